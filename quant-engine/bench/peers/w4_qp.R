# The suite of quadratic programs by quadprog (Goldfarb and Idnani): Rscript w4_qp.R N. It wants a positive definite matrix, so
# that the kinds whose matrix is singular are not asked of it; they are named in the answer.
source("bench.R")
require_or_leave("quadprog")
source("shared_random.R")

SECTORS <- 10

bell <- function(stream, count, start = 0) { # of mean 0 and variance 1
  u <- matrix(uniform(stream, 4 * start + seq(0, 4 * count - 1)), 4)
  (u[1, ] + u[2, ] + u[3, ] + u[4, ] - 2) * sqrt(3)
}

sample_of <- function(stream, observations, n) {
  draws <- matrix(bell(stream, observations * (n + 1)), observations, byrow = TRUE)
  crossprod(0.16 * (0.5 * draws[, 1] + draws[, -1])) / observations
}

factors <- function(stream, n, own) {
  draws <- matrix(bell(stream, 3 * n), 3, byrow = TRUE)
  loadings <- 0.1 * rbind(1 + 0.3 * draws[1, ], 0.5 * draws[2:3, ])
  deviations <- own * (0.08 + 0.32 * uniform(stream, 20 * n + seq(0, n - 1)))
  crossprod(loadings) + diag(deviations^2)
}

slight <- function(stream, n) 0.0025 * bell(stream, n, 1e9)

# the columns of solve.QP's Amat, the budget first: A'w >= b
sides <- function(n, lower, upper, low = NULL, high = NULL) {
  a <- cbind(1, diag(n), -diag(n))
  b <- c(1, rep(lower, n), rep(-upper, n))
  members <- sapply(seq_len(SECTORS), function(s) as.numeric((seq_len(n) - s) %% SECTORS == 0))
  if (!is.null(high)) {
    a <- cbind(a, -members)
    b <- c(b, rep(-high, SECTORS))
  }
  if (!is.null(low)) {
    a <- cbind(a, members)
    b <- c(b, rep(low, SECTORS))
  }
  list(a = a, b = b)
}

instance <- function(kind, n) {
  none <- rep(0, n)
  switch(kind,
    factor = list(s = factors(1, n, 1), c = slight(1, n), of = sides(n, 0, 0.1, 0, 0.2)),
    dense = list(s = sample_of(2, 2 * n, n), c = none, of = sides(n, 0, 1.5 / n)),
    near = list(s = factors(4, n, 1e-3), c = slight(4, n), of = sides(n, 0, 0.1, 0, 0.2)),
    short = list(s = factors(6, n, 1), c = slight(6, n), of = sides(n, -2 / n, 6 / n, 0.05, 0.15)),
    infeasible = list(s = factors(7, n, 1), c = none, of = sides(n, 0, 0.1, 0, 0.09)))
}

solve_it <- function(p) {
  tryCatch(quadprog::solve.QP(p$s, p$c, p$of$a, p$of$b, meq = 1), error = conditionMessage)
}

words <- function(kind, p, answer) {
  if (kind == "infeasible") {
    return(paste("infeasible", if (grepl("inconsistent", answer[[1]])) "recognised" else "NOT RECOGNISED"))
  }
  if (is.character(answer)) {
    return(paste(kind, "FAILED:", answer))
  }
  outside <- max(p$of$b - crossprod(p$of$a, answer$solution))
  away <- max(abs(outside), abs(sum(answer$solution) - 1))
  if (away > 1e-9) sprintf("%s MISSES A RULE by %.1e", kind, away) else sprintf("%s %.9e", kind, answer$value)
}

n <- as.integer(commandArgs(trailingOnly = TRUE)[1])
kinds <- c("factor", "dense", "near", "short", "infeasible")
suite <- lapply(kinds, instance, n = n)

serve(function() {
  answers <- mapply(function(kind, p) words(kind, p, solve_it(p)), kinds, suite)
  paste(c(answers, "(singular and duplicates not asked)"), collapse = " ")
})
