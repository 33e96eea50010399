"""Publishers' releases, and how they become figures: one folder a publisher."""
