report-title = Plan for Bridges and Homes: Follow-up
group-roads = Roads and bridges
group-homes = Homes
description-roads = Strengthens bridges and gives school routes pavements.
note-definition = From FY2021, only pavements of two metres or more are counted.
