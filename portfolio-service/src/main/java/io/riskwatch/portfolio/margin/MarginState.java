package io.riskwatch.portfolio.margin;

/** How near an account is to a margin call. */
public enum MarginState {
    /** Utilisation below 70 %. */
    OK,
    /** Utilisation from 70 %. */
    WATCH,
    /** Utilisation from 90 %. */
    WARNING,
    /** The requirement is above the equity, to the cent. */
    CALL,
    /** A price is older than it may be: what is known may be wrong. */
    STALE;

    /** Whether this is one of the three levels between which falling back is delayed. */
    boolean level() {
        return this == OK || this == WATCH || this == WARNING;
    }
}
