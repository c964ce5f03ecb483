"""Looking back, putting right, restoring, moving and erasing."""
