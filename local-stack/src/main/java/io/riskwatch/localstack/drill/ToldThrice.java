package io.riskwatch.localstack.drill;

/** Every job and every event comes three times and out of order. */
final class ToldThrice implements Drill {

    @Override
    public String name() {
        return "told-thrice";
    }

    @Override
    public String summary() {
        return "every message is delivered three times, shuffled";
    }

    @Override
    public void run(Scene scene) {
        try (Repeater repeater = new Repeater(scene.broker(), scene.seed())) {
            scene.asking().some(scene.scale().jobs());
            scene.asking().allAccepted();
            scene.awaitQuiet();
            repeater.flush();
            scene.figure("copies", repeater.copies());
        }
    }
}
