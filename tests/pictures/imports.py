"""The states of imports and of changes of many."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from operator_desk.domain.article_json import to_json
from operator_desk.ui.knowledge.batch.strip import RunStrip
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from operator_desk.ui.knowledge.imports.section import ImportsSection
from operator_desk.ui.main_window import MainWindow
from tests.pictures.editors import EditorStates
from tests.pictures.stand import settle, until
from tests.pictures.words import NEW_LAW


class ImportStates(EditorStates):
    """Every `to_…` method brings the window into one state of the section of imports."""

    def imports(self) -> ImportsSection:
        """The section of imports, for the editor of the practice desk."""
        self.show(MainWindow(self.parts, self.person("sun")))
        self.run("show_imports")
        section = self.window.pages["show_imports"].front  # type: ignore[attr-defined]
        assert isinstance(section, ImportsSection)
        return section

    def rests(self, strip: RunStrip) -> None:
        """Waits for the end of a run."""
        until(lambda: not strip.running)

    def _file(self) -> Path:
        fresh = replace(
            NEW_LAW,
            body="临时停车**半小时**以内不收费。\n超过半小时的，按半小时计费。",
            answer="临时停车半小时以内不收费。",
        )
        rows = [to_json(fresh)]
        rows += [
            {"key": f"own:parking-{n}", "kind": "faq", "title": f"{street}的停车场在哪里",
             "body": "见停车场一览表。", "source": "城管委 2026 年第 3 号公告"}
            for n, street in enumerate(("学府路", "湖滨路", "清河路", "人民路", "解放路"))
        ]  # fmt: skip
        lines = [json.dumps(row, ensure_ascii=False, default=str) for row in rows]
        lines += ['{"key": "own:parking-9", "kind": "faq"}', '{"key": "own:parking-10", "kind']
        path = self.desk.folder / "停车场.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def looked(self) -> ImportsSection:
        """A file with refused rows, looked at."""
        section = self.imports()
        section.take_in.area.chosen.emit([self._file()])
        self.rests(section.take_in.strip)
        return section

    def to_import_begin(self) -> None:
        self.imports()

    def to_import_look(self) -> None:
        section = self.looked()
        section.take_in.table.selectRow(2)
        settle()

    def to_import_row(self) -> None:
        section = self.looked()
        section.take_in.table.selectRow(2)
        section.take_in.row_opened.emit(section.take_in.table.rows.rows[2])
        settle()

    def to_import_stopped(self) -> None:
        section = self.looked()
        section.take_in.take()
        run = section.take_in.strip._run
        assert run is not None
        run.moved.connect(lambda: section.take_in.desk.counts()[0] and run.stop())
        until(lambda: "back" in section.take_in.strip.buttons)

    def to_import_done(self) -> None:
        section = self.looked()
        section.take_in.take()
        self.rests(section.take_in.strip)

    def to_import_undo(self) -> None:
        section = self.looked()
        section.take_in.take()
        self.rests(section.take_in.strip)
        article = self.desk.knowledge.get("own:parking-2").article
        self.desk.knowledge.put(self.person("sun"), [replace(article, body="已改。")])
        section.take_in.undo_wanted.emit(section.take_in.desk.ids)
        settle()
        section.undo.ask()
        settle()

    # -- changes of many -----------------------------------------------------------------

    def picked(self) -> ArticlesSection:
        """The list of articles, those on parking picked."""
        section = self.editor("sun")
        section.list.line.setText("停")
        section.list.show_rows()
        settle()
        section.list.table.selectAll()
        section.list.table.setFocus()
        settle()
        return section

    def to_bulk_picked(self) -> None:
        self.picked()

    def to_bulk(self) -> None:
        section = self.picked()
        section.list.change.click()
        pane = section.bulk
        pane.fields._take(6)
        pane.values.lines["repealed_on"].setText("2023-03-01")
        pane.why.setText("新办法施行")
        pane.look()
        until(lambda: pane.store.isVisible() or pane._words.property("role") == "warn")

    def to_bulk_done(self) -> None:
        section = self.picked()
        section.list.change.click()
        pane = section.bulk
        pane.fields._take(0)
        pane.values.lines["owner"].setText("城管局")
        pane.why.setText("机构调整")
        pane.look()
        until(pane.store.isVisible)
        pane.store.click()
        self.rests(section.strip)
