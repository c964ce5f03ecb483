"""Is this job right for me, and which offer do I take: pure, and every number with its arithmetic."""
