"""Agreements between Azerbaijan and Russia, as five releases tell of them."""

from db.rows.dossier import (
    DossierAgreement,
    DossierBelonging,
    DossierEvidence,
    DossierFigure,
    DossierLink,
    DossierPoint,
    DossierRelation,
    DossierStage,
    DossierStatus,
)

PARTY = "party_or_participant"
COMMISSION = (
    "Russian-Azerbaijani Intergovernmental Commission on Economic Cooperation, meeting by turns "
    "in Moscow and Baku"
)

LONG_RUSSIAN_TITLE = (
    "Дорожная карта по развитию приоритетных направлений сотрудничества в сфере здравоохранения "
    "между Министерством здравоохранения Азербайджанской Республики и Министерством "
    "здравоохранения Российской Федерации на 2021–2024 годы"
)

_HEALTH_AZ = DossierLink(
    role="party", name="Ministry of Health", reference="O-0002", country="AZ", citations=(1,)
)
_HEALTH_RU = DossierLink(
    role="party", name="Ministry of Health", reference="O-0001", country="RU", citations=(1,)
)

AGREEMENTS = (
    DossierAgreement(
        reference="A-0009",
        title="Agreement on cooperation in healthcare and medical science",
        language="en",
        other_titles=(
            ("ru", "Соглашение о сотрудничестве в области здравоохранения и медицинской науки"),
        ),
        belongs=DossierBelonging(strength=PARTY, through=("Ministry of Health",)),
        status=DossierStatus(latest_stage="dated"),
        stages=(DossierStage(kind="dated", date="2001-06-18", citations=(1,)),),
        links=(_HEALTH_AZ, _HEALTH_RU),
        relations=(
            DossierRelation(
                kind="updates",
                inverse=True,
                reference="A-0011",
                title="Updated agreement on healthcare and medical science",
                doubtful=True,
            ),
            DossierRelation(
                kind="based_on",
                inverse=True,
                reference="M-0003",
                title="Talks of the health ministers in Azerbaijan",
                citations=(1,),
            ),
        ),
        subjects=("health",),
        evidence=(
            DossierEvidence(
                field="date",
                how="reported",
                attributed_to="Teymur Musayev",
                quoted=("dated June 18, 2001",),
                citation=1,
            ),
        ),
        not_stated=("place", "signatory"),
        citations=(1,),
    ),
    DossierAgreement(
        reference="A-0008",
        title="Protocol of the 19th meeting of the Intergovernmental Commission on Economic "
        "Cooperation",
        type="protocol",
        number="№ 19",
        belongs=DossierBelonging(strength=PARTY),
        status=DossierStatus(latest_stage="signed"),
        stages=(
            DossierStage(
                kind="signed",
                date="2021-04-27",
                place="Moscow",
                meeting=DossierRelation(
                    kind="signed", reference="M-0004", title="19th meeting of the Commission"
                ),
                citations=(1,),
            ),
        ),
        relations=(
            DossierRelation(
                kind="implements", inverse=True, reference="A-0012", title="Roadmap, 2021–2024"
            ),
        ),
        not_stated=("signatory",),
        citations=(1,),
    ),
    DossierAgreement(
        reference="A-0012",
        title="Roadmap for developing priority areas of cooperation in the health sector, "
        "2021–2024",
        language="en",
        other_titles=(("ru", LONG_RUSSIAN_TITLE),),
        type="roadmap",
        covers="2021/2024",
        summary="Names the fields in which the two ministries mean to work together, from the "
        "exchange of specialists to direct contacts between research institutes.",
        review="draft",
        belongs=DossierBelonging(strength=PARTY, through=("Ministry of Health",)),
        status=DossierStatus(latest_stage="signed", in_force="not_known"),
        authentic_languages=("az", "ru"),
        stages=(
            DossierStage(
                kind="signed",
                date="2021?",
                place="Azerbaijan",
                inferred=True,
                links=(
                    DossierLink(
                        role="signatory",
                        name="Teymur Musayev",
                        reference="P-0004",
                        post="Minister of Health",
                        acting=True,
                        on_behalf_of="Ministry of Health of Azerbaijan",
                        citations=(1,),
                    ),
                    DossierLink(
                        role="signatory",
                        name="Mikhail Murashko",
                        reference="P-0001",
                        post="Minister of Health",
                        on_behalf_of="Ministry of Health of Russia",
                        citations=(1,),
                    ),
                ),
                citations=(1,),
            ),
        ),
        links=(_HEALTH_AZ, _HEALTH_RU),
        relations=(
            DossierRelation(
                kind="implements",
                reference="A-0008",
                title="Protocol of the 19th meeting of the Commission",
                citations=(1,),
            ),
            DossierRelation(
                kind="governed_by",
                reference="O-0003",
                title=COMMISSION,
                citations=(1,),
            ),
        ),
        points=(
            DossierPoint(kind="subject", wording="infectious and non-infectious diseases"),
            DossierPoint(kind="subject", wording="advanced training of medical staff"),
            DossierPoint(
                kind="undertaking",
                wording="seminars on priority questions of health",
                owed_by="both ministries",
                due="2024",
                citations=(1,),
            ),
        ),
        figures=(
            DossierFigure(
                number="200000",
                unit="doses of vaccine",
                bound="about",
                state="delivered",
                period="2021?",
                citations=(1,),
            ),
            DossierFigure(
                number="300000", unit="doses of vaccine", state="planned", citations=(1,)
            ),
        ),
        subjects=("health", "training of specialists", "infectious diseases"),
        evidence=(
            DossierEvidence(
                field="date",
                how="inferred",
                value="2021?",
                reason="the period covered begins in 2021 and the source gives no day",
                quoted=("Health Ministries for 2021-2024",),
                citation=1,
            ),
        ),
        not_stated=("in_force",),
        citations=(1,),
    ),
    DossierAgreement(
        reference="A-0014",
        title="Protocol on mutual recognition of customs control results for certain goods, "
        "electronically",
        type="protocol",
        belongs=DossierBelonging(strength=PARTY, through=("State Customs Committee",)),
        status=DossierStatus(latest_stage="signed"),
        stages=(
            DossierStage(
                kind="signed",
                date="2021-05-20",
                place="Moscow",
                inferred=True,
                meeting=DossierRelation(
                    kind="signed",
                    reference="M-0006",
                    title="Talks of the prime ministers",
                    citations=(4,),
                ),
                citations=(4,),
            ),
        ),
        links=(
            DossierLink(role="party", name="State Customs Committee", country="AZ"),
            DossierLink(
                role="party",
                name="Federal Customs Service",
                country="RU",
                named_as="States Customs Committees",
                doubtful=True,
                citations=(4,),
            ),
        ),
        figures=(DossierFigure(number="6", unit="documents signed", found=6, citations=(4,)),),
        subjects=("customs",),
        citations=(4,),
    ),
    DossierAgreement(
        reference="A-0021",
        title="[Draft agreement on the recognition of registration papers]",
        belongs=DossierBelonging(strength="named_only"),
        status=DossierStatus(latest_stage="initialled"),
        stages=(
            DossierStage(
                kind="initialled",
                links=(
                    DossierLink(
                        role="initialled_by",
                        name="Ministry of Health",
                        country="RU",
                        post="Deputy Minister of Health",
                        presence="unnamed",
                    ),
                ),
            ),
        ),
        citations=(2,),
    ),
)
