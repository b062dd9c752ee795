"""The auditor's page: who has seen personal data."""
