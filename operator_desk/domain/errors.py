"""The one error that is meant for the person at the desk."""


class UserError(Exception):
    """A clear sentence for the person at the desk: what went wrong and what to do.

    `text` is English with `{}`-style fields, `values` fills them; the window and
    the command line translate the text first and fill it afterwards.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text = text
        self.values = values
