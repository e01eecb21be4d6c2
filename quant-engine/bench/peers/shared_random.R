# SharedRandom.java in R, which has no 64-bit integers: a number is four limbs of 16 bits, the lowest first, each a vector.
limbs <- function(x) { # of whole numbers below 2^53
  lapply(0:3, function(k) (x %/% 2^(16 * k)) %% 65536)
}

carried <- function(sums) { # modulo 2^64
  for (k in 1:3) {
    sums[[k + 1]] <- sums[[k + 1]] + sums[[k]] %/% 65536
    sums[[k]] <- sums[[k]] %% 65536
  }
  sums[[4]] <- sums[[4]] %% 65536
  sums
}

times <- function(a, b) {
  sums <- list(0, 0, 0, 0)
  for (i in 0:3) for (j in 0:(3 - i)) sums[[i + j + 1]] <- sums[[i + j + 1]] + a[[i + 1]] * b[[j + 1]]
  carried(sums)
}

plus <- function(a, b) carried(Map(`+`, a, b))

xor_shifted <- function(a, bits) { # a ^ (a >>> bits)
  whole <- bits %/% 16
  part <- bits %% 16
  limb <- function(k) if (k > 4) 0 else a[[k]]
  lapply(1:4, function(k) {
    low <- limb(k + whole) %/% 2^part
    high <- (limb(k + whole + 1) %% 2^part) * 2^(16 - part)
    bitwXor(as.integer(a[[k]]), as.integer(low + high))
  })
}

GOLDEN <- list(0x7C15, 0x7F4A, 0x79B9, 0x9E37)
FIRST <- list(0xE5B9, 0x1CE4, 0x476D, 0xBF58)
SECOND <- list(0x11EB, 0x1331, 0x49BB, 0x94D0)

# in (0, 1); i is a vector
uniform <- function(seed, i) {
  z <- plus(list(0, 0, seed, 0), times(limbs(i + 1), GOLDEN))
  z <- times(xor_shifted(z, 30), FIRST)
  z <- times(xor_shifted(z, 27), SECOND)
  z <- xor_shifted(z, 31)
  (z[[4]] * 2^37 + z[[3]] * 2^21 + z[[2]] * 2^5 + z[[1]] %/% 2^11 + 0.5) * 2^-53
}
