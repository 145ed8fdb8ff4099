# Reads every CSV of a snapshot without options: Rscript readr.R SNAPSHOT
suppressMessages(library(readr))
for (file in Sys.glob(file.path(commandArgs(TRUE)[1], "data", "*.csv"))) {
  table <- read_csv(file, show_col_types = FALSE)
  stopifnot(nrow(problems(table)) == 0)
}
