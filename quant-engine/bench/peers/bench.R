# How an R peer takes part: serve(work, scale) warms up, says ready and answers each line "run" with its times.
require_or_leave <- function(package) {
  if (!requireNamespace(package, quietly = TRUE)) {
    cat("missing R package", package, "is not installed\n")
    quit(status = 3)
  }
}

# work() does the workload's 1/scale once and returns its answer in words; R's clock moves in steps of 1 ms
serve <- function(work, scale = 1, warm_ups = 1) {
  for (i in seq_len(warm_ups)) work()
  cat("ready\n")
  flush(stdout())
  input <- file("stdin", "r")
  while (length(line <- readLines(input, n = 1)) == 1 && line == "run") {
    before <- proc.time()
    answer <- work()
    took <- proc.time() - before
    cat(sprintf("run cpuMs=%.6f wallMs=%.6f | %s\n",
      (took[["user.self"]] + took[["sys.self"]]) * 1e3 * scale, took[["elapsed"]] * 1e3 * scale, answer))
    flush(stdout())
  }
}
