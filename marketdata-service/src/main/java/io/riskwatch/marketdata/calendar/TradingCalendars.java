package io.riskwatch.marketdata.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The calendars of the markets, by MIC. Jollyday reckons movable feasts and days in lieu; the rules of New York and
 * Frankfurt are files of ours, London's are the bank holidays of England, Euronext's those of the TARGET system.
 */
public final class TradingCalendars {
    private static final TradingCalendar WEEKDAYS = TradingCalendar.weekdays(ZoneOffset.UTC);
    private static final TradingCalendar ALWAYS = TradingCalendar.always(ZoneOffset.UTC);
    private static final Map<String, TradingCalendar> BY_MIC = byMic();

    private TradingCalendars() {}

    /** The calendar of a market; weekdays where its holidays are not known here. */
    public static TradingCalendar of(String mic) {
        return BY_MIC.getOrDefault(mic, WEEKDAYS);
    }

    /** The calendar of a market, where its holidays and hours are known here. */
    public static Optional<TradingCalendar> find(String mic) {
        return Optional.ofNullable(BY_MIC.get(mic));
    }

    /** The markets whose calendars are known here. */
    public static List<String> markets() {
        return BY_MIC.keySet().stream().sorted().toList();
    }

    /** The calendar of what trades every day. */
    public static TradingCalendar always() {
        return ALWAYS;
    }

    private static Map<String, TradingCalendar> byMic() {
        Map<String, TradingCalendar> calendars = new HashMap<>();
        TradingCalendar newYork = TradingCalendar.of(
                "XNYS", ZoneId.of("America/New_York"), TradingHours.NEW_YORK, manager(file("xnys.xml")));
        List.of("XNYS", "XNAS", "ARCX", "XASE", "BATS").forEach(mic -> calendars.put(mic, newYork));
        TradingCalendar london = TradingCalendar.of(
                "XLON",
                ZoneId.of("Europe/London"),
                TradingHours.LONDON,
                manager(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM)),
                "eng");
        calendars.put("XLON", london);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        HolidayManager german = manager(file("xetr.xml"));
        calendars.put("XETR", TradingCalendar.of("XETR", berlin, TradingHours.XETRA, german));
        calendars.put("XFRA", TradingCalendar.of("XFRA", berlin, TradingHours.FRANKFURT, german));
        TradingCalendar paris = TradingCalendar.of(
                "XPAR",
                ZoneId.of("Europe/Paris"),
                TradingHours.EURONEXT,
                manager(ManagerParameters.create(HolidayCalendar.TARGET)));
        List.of("XPAR", "XAMS", "XBRU", "XLIS").forEach(mic -> calendars.put(mic, paris));
        return Map.copyOf(calendars);
    }

    private static HolidayManager manager(ManagerParameter parameter) {
        return HolidayManager.getInstance(parameter);
    }

    private static ManagerParameter file(String name) {
        URL rules = TradingCalendars.class.getResource("/calendar/" + name);
        return ManagerParameters.create(Objects.requireNonNull(rules, name));
    }
}
