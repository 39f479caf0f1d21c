"""What a site of many maps costs: to build, to read across, and to open."""
