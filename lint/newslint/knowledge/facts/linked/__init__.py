"""Times of one thing that stand in different sentences or shapes, and cannot all be right."""
