package org.kakehashi.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** One way through a file: finds its layout, gathers rows and hands them over, many at once and never two of one record. */
final class ImportRun implements RowReader.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int SIZE = 500;
    private static final int LONGEST_TEXT = 8_000_000;

    private final Intake.Order order;
    private final Intake intake;
    private final ImportTable table;
    private final SeekableByteChannel file;
    private final BooleanSupplier stopping;
    private final @Nullable Examples examples;
    private final List<Row> rows = new ArrayList<>(SIZE);
    private final Set<String> ids = new HashSet<>();
    private final List<RejectedRow> unreadable = new ArrayList<>();
    private int text;
    private String heading = "";
    private @Nullable Optional<Layout> layout;

    /**
     * @param file that is read, asked how far
     * @param preview whether nothing shall be kept
     * @param stopping whether the application ends
     */
    ImportRun(
            Intake.Order order,
            Intake intake,
            ImportTable table,
            SeekableByteChannel file,
            boolean preview,
            BooleanSupplier stopping) {
        this.order = order;
        this.intake = intake;
        this.table = table;
        this.file = file;
        this.examples = preview ? new Examples() : null;
        this.stopping = stopping;
    }

    /** The application ends. */
    static final class Stopped extends RuntimeException {}

    @Override
    public void heading(String line) {
        heading = line;
    }

    @Override
    public void row(Row read) {
        Row row;
        List<String> id;
        try {
            row = translated(read);
            id = Row.ids(List.of(row));
        } catch (Refusal e) {
            unreadable(read.rejected(e.sentences()));
            return;
        }
        if (!Collections.disjoint(ids, id)) {
            flush();
        }
        ids.addAll(id);
        rows.add(row);
        text += row.text().length();
        flushWhenFull();
    }

    private Row translated(Row row) {
        if (layout == null) {
            Set<String> columns = new HashSet<>();
            row.values().fieldNames().forEachRemaining(columns::add);
            layout = order.kind().layouts().stream()
                    .filter(each -> each.fits(columns))
                    .findFirst();
            table.recognise(order.id(), layout.map(Layout::name).orElse(""), heading);
        }
        return layout.isEmpty() ? row : row.with(layout.get().translate(row.values()));
    }

    @Override
    public void unreadable(RejectedRow reject) {
        unreadable.add(reject);
        text += reject.text().length();
        flushWhenFull();
    }

    private void flushWhenFull() {
        if (rows.size() + unreadable.size() == SIZE || text > LONGEST_TEXT) {
            flush();
        }
    }

    /** Hands over what was gathered. Rows of which the database refuses one are taken one by one, in their order. */
    void flush() {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
        if (examples != null) {
            table.count(order.id(), intake.preview(order, rows, unreadable, examples), bytesRead());
            table.exemplify(order.id(), examples.all());
        } else {
            try {
                intake.take(order, rows, unreadable, bytesRead());
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                LOG.info("Import {} takes {} rows one by one, as together they are refused", order.id(), rows.size());
                oneByOne();
            }
        }
        rows.clear();
        ids.clear();
        unreadable.clear();
        text = 0;
    }

    private void oneByOne() {
        Map<Integer, Runnable> each = new TreeMap<>();
        rows.forEach(row -> each.put(row.position(), () -> takeAlone(row)));
        unreadable.forEach(row -> each.put(row.position(), () -> turnDown(row)));
        each.values().forEach(Runnable::run);
    }

    private void takeAlone(Row row) {
        try {
            intake.take(order, List.of(row), List.of(), bytesRead());
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            turnDown(row.rejected("The row cannot be stored."));
        }
    }

    private void turnDown(RejectedRow row) {
        intake.take(order, List.of(), List.of(row), bytesRead());
    }

    private long bytesRead() {
        try {
            return file.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
