package io.riskwatch.portfolio.alert.webhook;

/**
 * What became of a call.
 *
 * @param statusCode 0 when there was no answer
 * @param problem in words; empty of an answer that took it
 * @param lasting whether another call would end the same
 */
public record WebhookAnswer(int statusCode, String problem, boolean lasting) {

    private static final int GONE = 410;

    static WebhookAnswer answered(int statusCode) {
        var taken = statusCode / 100 == 2;
        return new WebhookAnswer(
                statusCode, taken ? "" : "The receiver answered " + statusCode + ".", statusCode == GONE);
    }

    static WebhookAnswer unanswered(String problem) {
        return new WebhookAnswer(0, problem, false);
    }

    static WebhookAnswer refused(String problem) {
        return new WebhookAnswer(0, problem, true);
    }

    public boolean taken() {
        return problem.isEmpty();
    }

    /** Whether the receiver said that it never wants to be called again. */
    public boolean gone() {
        return statusCode == GONE;
    }
}
