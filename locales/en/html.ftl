# Text of web pages. A report’s own locales/ can override it

skip-to-content = Skip to content
back-to-content = Back to top
