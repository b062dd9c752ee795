"""The editors' page: list of articles, form, review, versions."""
