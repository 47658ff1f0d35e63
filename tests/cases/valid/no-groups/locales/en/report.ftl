report-title = Plan for Water and Forests
