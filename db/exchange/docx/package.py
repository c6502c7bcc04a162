"""The parts of a DOCX package and how they refer to each other (ISO/IEC 29500-2)."""

import posixpath

from db.errors import Unreadable
from db.exchange.archive import Archive
from db.exchange.document import Properties
from db.exchange.xml_parts import Element, children, parse_xml

_USUAL = "word/document.xml"


class Package:
    """A DOCX as parts; references that lead out of the archive lead nowhere."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._archive = Archive(data, name)
        self.main_path = self._main_path()
        self._related = self._relations(self.main_path)

    def main(self) -> Element:
        """Return the document itself.

        Raises Unreadable: "damaged" where there is none, and as `Archive` and `parse_xml`.
        """
        root = self._tree(self.main_path)
        if root is None:
            raise Unreadable(self._name, "damaged")
        return root

    def related(self, kind: str) -> Element | None:
        """Return the first part the document relates to as `kind`, such as "styles"."""
        paths = (path for found, path in self._related.values() if found == kind)
        path = next(paths, None)
        return self._tree(path) if path else None

    def by_id(self, relation: str | None) -> Element | None:
        """Return the part a relation of the document names."""
        found = self._related.get(relation or "")
        return self._tree(found[1]) if found else None

    def properties(self) -> Properties:
        """Read what the file says of itself."""
        root = self._tree("docProps/core.xml")
        if root is None:
            return Properties()
        found = {element.tag: (element.text or "").strip() for element in root}
        return Properties(
            title=found.get("dc.title", ""),
            created=found.get("dcterms.created", ""),
            language=found.get("dc.language", ""),
        )

    def _main_path(self) -> str:
        kinds = self._relations("").values()
        return next((path for kind, path in kinds if kind == "officeDocument"), _USUAL)

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part by id: their kind and the path of the other part."""
        folder, file = posixpath.split(path)
        root = self._tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        relations = [one for one in children(root) if one.get("TargetMode") != "External"]
        return {
            one.get("Id") or "": (
                (one.get("Type") or "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target") or ""))[1:],
            )
            for one in relations
        }

    def _tree(self, path: str) -> Element | None:
        data = self._archive.part(path)
        return parse_xml(data, self._name) if data else None
