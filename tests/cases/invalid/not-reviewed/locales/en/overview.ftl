# The last sentence [review:00000000]
description-water = This is the state of the plan.
