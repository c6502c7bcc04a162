"""The English sentences of the reasons for which something is refused or can't be read.

A reason is a stable code, so that the desktop can word it in the user's language.
"""

REFUSALS: dict[str, str] = {
    "act_before_horizon": "This was done before the catalogue was brought to a newer version: it "
    "can be read, but not taken back any more. Change the values by hand.",
    "act_missing": "This act is not in the history of the catalogue: refresh the list.",
    "act_not_standing": "This has been taken back already: refresh the list.",
    "city_is_only_where": "{place} is a city, and a city is only where something happens: choose "
    "its country or region.",
    "date_unreadable": "“{value}” is no date Chancery can read: write it as 2024-12-07, 2021? or "
    "2021/2024.",
    "entry_missing": "Entry {entry_id} is not in this catalogue any more: refresh the list.",
    "evidence_missing": "This evidence is not in the catalogue any more: open the entry again.",
    "evidence_needs_words": "Evidence needs the words it stands on, or a reason where it is "
    "inferred: mark the words or give the reason.",
    "link_ends_do_not_fit": "“{kind}” can't join {subject_kind} and {object_kind}: choose another "
    "kind of link.",
    "link_exists": "This link is already there: open it and change it instead.",
    "link_missing": "This link is not in the catalogue any more: open the entry again.",
    "link_needs_an_end": "A link needs somebody or something at its other end: choose an entry or "
    "give the name as the source has it.",
    "name_empty": "A name needs at least one letter: type it or leave the field as it was.",
    "name_exists": "The name “{name}” is already there: change that one instead.",
    "name_missing": "This name is not in the catalogue any more: open the entry again.",
    "no_such_field": "This kind of entry has no field “{field}”: choose one that it has.",
    "not_a_choice": "“{value}” is none of the choices of the field “{field}”: choose one of them.",
    "not_a_number": "“{value}” is no number: write it in digits.",
    "not_a_participant": "{title} can't take part: choose a person, an organisation, a country or "
    "a region.",
    "not_an_agreement": "Only an agreement has stages: choose an agreement.",
    "not_trashed": "Only what lies in the trash can be removed for good: move it there first.",
    "nothing_to_redo": "There is nothing to redo: nothing was taken back since the last change.",
    "nothing_to_undo": "There is nothing to undo: nothing has been changed yet.",
    "on_behalf_of_whom": "Nobody can act on behalf of {title}: choose an organisation, a country "
    "or a region.",
    "passage_in_use": "Evidence stands on this passage: take the evidence away first.",
    "passage_not_in_text": "The marked words are not in the text of this source: mark them again.",
    "place_unknown": "There is no place “{value}” in this catalogue: make it first, or leave the "
    "column out.",
    "place_inside_itself": "A place can't lie inside itself: choose another parent.",
    "point_needs_wording": "A point needs its wording: type what was said or agreed.",
    "quotation_needs_words": "A quotation needs its words: mark or type them.",
    "same_entry": "An entry can't be linked with itself: choose another one.",
    "sources_cited": "Claims about other entries ({claims}) stand on the words of these sources "
    "({sources}): leave them in the trash, or take the claims away first.",
    "stage_missing": "This stage is not in the catalogue any more: open the agreement again.",
    "suggestion_gone": "The release was read anew and no longer suggests this: choose again.",
    "search_exists": "There is already a saved search “{name}”: change that one or choose another "
    "name.",
    "search_missing": "This search is not in the catalogue any more: refresh the sidebar.",
    "search_needs_name": "A search needs a name: type one to find it again.",
    "tag_exists": "There is already a tag “{label}” here: use it or choose another label.",
    "tag_inside_itself": "A tag can't stand below itself: choose another parent.",
    "tag_missing": "This tag is not in the catalogue any more: refresh the tags.",
    "tag_needs_label": "A tag needs a label: type one in English or in Russian.",
    "target_missing": "What this is about is not in the catalogue any more: open the entry again.",
    "title_empty": "An entry needs a title: type one or move the entry to the trash.",
    "undo_blocked": "This can't be taken back or done again because it was changed since: undo "
    "the later changes first.",
}
"""The English sentence of each reason a command refuses for, with the details it names."""

UNREADABLE: dict[str, str] = {
    "bomb": "{name} unpacks to far more than a release holds, as files made to do harm do: "
    "ask who sent it for plain text.",
    "binary": "{name} holds no text Chancery can read: open it in its own program, "
    "copy the text and paste it.",
    "crashed": "{name} could not be read, since its reader broke off over it: open it in its own "
    "program, copy the text and paste it.",
    "damaged": "{name} is damaged or only part of a file: fetch it again, or open it in its own "
    "program and save it anew.",
    "empty": "{name} is empty: choose another file or paste the text itself.",
    "garbled": "{name} does not say which letters its signs are: run text recognition (OCR) on it, "
    "then take it in.",
    "not_a_file": "{name} is a folder, a device or a pipe and no file: choose the file itself.",
    "not_opened": "{name} can't be opened: check that it is there and that you may read it.",
    "no_text": "{name} shows no words: open it in a browser, copy the text and paste it.",
    "password": "{name} is locked with a password: open it in its own program, save it without "
    "one and take that in.",
    "scanned": "{name} holds pictures of pages and no text: run text recognition (OCR) on it, then "
    "take it in.",
    "too_large": "{name} is larger than {limit} MB: copy the release out of it and paste that.",
    "too_many_pages": "{name} has more than {limit} pages: save the pages of the release alone and "
    "take these in.",
    "too_much_memory": "{name} needs more memory to be read than a release should: open it in its "
    "own program, copy the text and paste it.",
    "too_slow": "{name} takes too long to be read: open it in its own program, copy the text and "
    "paste it.",
    "undecodable": "The characters of {name} can't be recognised: save it as UTF-8 "
    "or paste the text.",
    "unknown_format": "Chancery can't read {format} yet: open {name}, copy the text and paste it.",
}
"""The English sentence of each reason for which bytes can't be taken in."""


UNIMPORTABLE: dict[str, str] = {
    "bad_form": "{member} is “{value}”, which is not of the form {form}",
    "cited_nowhere": "{member} is {value}, but nothing in the directory has that reference",
    "bomb": "it unpacks to far more than it says",
    "checksum": "it is not as it was written: its SHA-256 is another one than the manifest gives",
    "cites_outside": "{value} is not among the {what} of this directory",
    "deep": "it is nested too deep",
    "duplicate": "{what} is given a second time",
    "fetched": "parts of it lie elsewhere (fetch.txt), and nothing is ever fetched",
    "illegible": "it can't be read",
    "link_unsafe": "it is a symbolic link or no plain file",
    "long_cell": "a cell is longer than {limit} characters",
    "long_file": "it is larger than {limit} MB",
    "long_line": "the line is longer than {limit} MB",
    "member_extra": "{member} has no place there",
    "member_missing": "{member} is missing",
    "no_table": "it is no table that can be read: save it as .csv or .xlsx",
    "not_a_bag": "the folder holds no directory that Chancery has written: it has no bagit.txt",
    "not_a_term": "{member} is “{value}”, which is none of: {terms}",
    "not_json": "it is no JSON",
    "not_listed": "it is in the folder, but not in the manifest",
    "not_quoted": "the words of a passage are not in the text at that place",
    "not_text": "it is no UTF-8 text, or holds characters that no catalogue can store",
    "not_there": "the manifest names it, but it is not there",
    "not_whole": "it is not fit to be stored ({detail})",
    "other_text": "the text of {value} is another one than that of the same source here",
    "other_version": "it is of version {value}, and this Chancery reads version {known}",
    "path_unsafe": "the name leads out of the folder or can't be one",
    "too_many": "{member} has more than {limit} items",
    "wrong_type": "{member} is no {wanted}",
}
"""What may be wrong in files that are to be imported, by reason, with the details it names."""
