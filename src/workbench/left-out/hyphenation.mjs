// Stands in for the spreadsheet library's hyphenation patterns of seventy languages: cells are not hyphenated, and it takes a language without patterns as it is.
export {};
