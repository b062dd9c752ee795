"""What people do at the desk: one class an area, one method per thing a person does."""
