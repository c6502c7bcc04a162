"""Meetings, participants, sources and open questions, as five releases tell of them."""

from db.rows.dossier import (
    DossierAppearance,
    DossierBelonging,
    DossierDisagreement,
    DossierEvidence,
    DossierFigure,
    DossierGap,
    DossierLink,
    DossierMeeting,
    DossierMembership,
    DossierParticipant,
    DossierPoint,
    DossierPost,
    DossierRelation,
    DossierSource,
)
from tests.reports.azerbaijan_agreements import COMMISSION, PARTY

MEETINGS = (
    DossierMeeting(
        reference="M-0006",
        title="Talks of the prime ministers of Azerbaijan and Russia",
        kind="talks",
        belongs=DossierBelonging(strength=PARTY, through=("Ali Asadov", "delegation")),
        start="2021-05-20",
        place="Moscow",
        links=(
            DossierLink(
                role="attendee",
                name="Ali Asadov",
                country="AZ",
                post="Prime Minister",
                mode="in_person",
                citations=(4,),
            ),
            DossierLink(
                role="attendee", name="Mikhail Mishustin", country="RU", post="Prime Minister"
            ),
            DossierLink(role="attendee", name="Azerbaijan", presence="delegation", number=12),
        ),
        relations=(
            DossierRelation(
                kind="signed",
                inverse=True,
                reference="A-0014",
                title="Protocol on customs control results",
                date="2021-05-20",
            ),
        ),
        figures=(
            DossierFigure(
                number="3.5",
                unit="% growth of trade",
                bound="about",
                period="2021-01/2021-03",
                speaker="Mikhail Mishustin",
                citations=(4,),
            ),
        ),
        citations=(4,),
    ),
    DossierMeeting(
        reference="M-0004",
        title=f"21st meeting of the {COMMISSION}",
        ordinal=21,
        belongs=DossierBelonging(strength=PARTY, through=("Shahin Mustafayev",)),
        bodies=(DossierRelation(kind="session_of", reference="O-0003", title=COMMISSION),),
        start="2023-07",
        place="Moscow",
        links=(
            DossierLink(
                role="co_chair",
                name="Shahin Mustafayev",
                country="AZ",
                post="Deputy Prime Minister",
                citations=(3,),
            ),
            DossierLink(
                role="co_chair",
                name="Alexei Overchuk",
                country="RU",
                post="Deputy Prime Minister",
                citations=(3,),
            ),
        ),
        evidence=(
            DossierEvidence(
                field="start",
                how="inferred",
                reason="the year follows from the events it looks back on; the day is the "
                "dateline's, not the meeting's",
                quoted=("RUSSIA, July 7", "first half of 2023"),
                citation=3,
            ),
        ),
        citations=(3,),
    ),
    DossierMeeting(
        reference="M-0009",
        title="XXXVII заседание Совета по сотрудничеству в области здравоохранения СНГ",
        language="ru",
        other_titles=(("en", "37th meeting of the CIS Healthcare Cooperation Council"),),
        ordinal=37,
        ordinal_as_written="XXXVII",
        belongs=DossierBelonging(strength="place_only", through=("Баку",)),
        start="2024-12-07",
        end="2024-12-08",
        venue="Almazov National Medical Research Centre",
        place="Санкт-Петербург",
        format="mixed",
        links=(DossierLink(role="chair", name="Михаил Мурашко", post="министр здравоохранения"),),
        points=(DossierPoint(kind="agenda_item", wording="льготное лекарственное обеспечение"),),
        citations=(2,),
    ),
    DossierMeeting(
        reference="M-0010",
        title="12th Russian-Azerbaijani Interregional Forum",
        kind="forum",
        standing="planned",
        ordinal=12,
        start="2023",
        belongs=DossierBelonging(strength="of_its_people", through=("Ali Asadov",)),
        citations=(3,),
    ),
)

PARTICIPANTS = (
    DossierParticipant(
        reference="P-0004",
        kind="person",
        name="Teymur Musayev",
        other_names=(("az", "Teymur Musayev"), ("ru", "Мусаев Теймур"), ("az", "Teymur Muşayev")),
        posts=(
            DossierPost(
                post="Minister of Health",
                held_in="Azerbaijan",
                since="2021?",
                acting=True,
                citations=(1,),
            ),
        ),
        appearances=(
            DossierAppearance(
                role="signatory",
                reference="A-0012",
                title="Roadmap, 2021–2024",
                date="2021?",
                on_behalf_of="Ministry of Health",
            ),
            DossierAppearance(role="speaker", reference="M-0003", title="Talks of the ministers"),
        ),
    ),
    DossierParticipant(
        reference="O-0002",
        kind="organisation",
        name="Ministry of Health",
        other_names=(("az", "Səhiyyə Nazirliyi"), ("ru", "Министерство здравоохранения")),
        organisation_kind="ministry",
        appearances=(
            DossierAppearance(role="party", reference="A-0009", title="Agreement of 2001"),
            DossierAppearance(role="party", reference="A-0012", title="Roadmap, 2021–2024"),
        ),
    ),
    DossierParticipant(
        reference="L-0031",
        kind="place",
        name="Gəncə",
        other_names=(("ru", "Гянджа"), ("kk", "Гәнджә қаласы, Әзірбайжан өңірі")),
    ),
)

MEMBERSHIPS = (
    DossierMembership(
        role="member_of",
        body="Commonwealth of Independent States",
        reference="O-0020",
        since="1993",
        citations=(2,),
    ),
    DossierMembership(
        role="co_chairs", body=COMMISSION, reference="O-0003", together_with=("Russia",)
    ),
)

DISAGREEMENTS = (
    DossierDisagreement(
        reference="M-0004",
        title="21st meeting of the Commission",
        field="number",
        claims=(
            DossierEvidence(
                value="more than 70 regions", quoted=("More than 70 regions",), citation=3
            ),
            DossierEvidence(
                value="more than 80 entities",
                how="reported",
                attributed_to="Ali Asadov",
                quoted=("more than 80 Russian entities",),
                citation=4,
            ),
        ),
        ruling="both kept: two years lie between them",
    ),
)

GAPS = (
    DossierGap(kind="in_force", reference="A-0009", title="Agreement on healthcare, 2001"),
    DossierGap(kind="in_force", reference="A-0012", title="Roadmap, 2021–2024"),
    DossierGap(kind="signatories", reference="A-0008", title="Protocol of the 19th meeting"),
    DossierGap(kind="series", reference="O-0003", title="Meetings of the commission", detail="20"),
    DossierGap(
        kind="count",
        reference="M-0004",
        title="21st meeting",
        detail="agreements of regions",
        found=0,
        total=12,
    ),
    DossierGap(
        kind="unnamed", reference="M-0009", title="37th meeting", detail="Minister of Health"
    ),
)

SOURCES = (
    DossierSource(
        number=1,
        reference="S-0001",
        title="Azerbaijan, Russia sign updated health agreement",
        kind="news_report",
        languages=("en",),
        sha256="9f" * 32,
    ),
    DossierSource(
        number=2,
        reference="S-0002",
        title="Заседание Совета по сотрудничеству в области здравоохранения",
        publisher="Центр Алмазова",
        published="2024-12-12",
        languages=("en", "ru"),
        address="https://example.org/press/2024/12/12/the-xxxvii-meeting-of-the-council-was-held"
        "-at-the-centre?from=list&page=2",
        sha256="0a" * 32,
    ),
    DossierSource(
        number=3,
        reference="S-0004",
        title="21st meeting of the intergovernmental commission",
        publisher="Government of Russia",
        published="2023-07-07?",
        received="2026-03-01",
        sha256="b1" * 32,
    ),
    DossierSource(
        number=4,
        reference="S-0005",
        title="Six documents signed after the talks in Moscow",
        kind="news_report",
        byline="Ayya Lmahamad",
        published="2021-05-21",
        languages=("en",),
        sha256="c2" * 32,
    ),
)
