"""The recovery code that waits to be on paper: asked for at the start, then reminded of until it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnpresence_desktop.app.pages import Pages
    from vnpresence_desktop.gui.pages.late_code import LateCode
    from vnpresence_desktop.gui.shell import Shell

_REMINDER = "Mã khôi phục chưa được gõ lại từ giấy: máy hỏng thì không mở được bản sao lưu."


class PaperCode:
    """Over an open register; ``place`` is printed above a new code."""

    def __init__(self, shell: Shell, pages: Pages, place: str) -> None:
        self._shell, self._pages, self._place = shell, pages, place
        self._then: Callable[[], object] = shell.close
        self._page: LateCode | None = None
        pages.code_changed = self.remind

    def ask(self, then: Callable[[], object]) -> None:
        """Show the page; ``then`` is done when it is left."""
        self._then = then
        page = self._page = self._page or self._made()
        page.ask()
        self._shell.show_alone(page)
        self.remind()

    def _made(self) -> LateCode:
        """Imported here: most starts have nothing to ask."""
        from vnpresence_desktop.gui.pages.late_code import LateCode, LateCodeActs

        return LateCode(LateCodeActs(self._pages.renew_code, self._pages.confirm_code, self._left), self._place)

    def remind(self) -> None:
        """Show or hide the reminder, as the register has it; it is not needed above the page that it leads to."""
        asked = self._page is not None and self._shell.page() is self._page
        waits = not asked and self._pages.code_waits()
        self._shell.remind(_REMINDER if waits else "", "Làm ngay", self._again)

    def _again(self) -> None:
        here = self._shell.entry
        self.ask(lambda: self._shell.ready(here))

    def _left(self) -> None:
        self._then()
        self.remind()
