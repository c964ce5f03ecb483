"""The content of the first screen of Progress, from one interview on."""
