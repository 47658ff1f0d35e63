# Words of charts and their alternative texts

chart-target = Target
chart-pace = { $share } of the plan elapsed
chart-pace-year-target = Year’s target
chart-detail = { $actual } of { $target }

## Chart of achievement rates

achievement-alt = Achievement rate by indicator: { $group }. { $items }. { $share } of the plan has elapsed.
achievement-item = { $label }: actual { $actual }, target { $target }, achievement rate { $rate }, { $status }
achievement-item-without-rate = { $label }: actual { $actual }, target { $target }, { $status }

## Chart of progress statuses

status-by-group-alt = Computed progress status of the indicators of each project. { $items }.
status-by-group-item = { $group }: { $counts }
status-by-group-count = { $status } { $count }
all-indicators = All indicators
