"""Work in many short steps: looked at, stored, taken back; for imports and changes of many."""
