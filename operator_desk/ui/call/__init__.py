"""The call page: form with the record, middle column by phase, knowledge."""
