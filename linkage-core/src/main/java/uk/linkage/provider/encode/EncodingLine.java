package uk.linkage.provider.encode;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.provider.extract.Rejects.Fault;
import uk.linkage.provider.extract.Row;

/**
 * Rows to records on all processors, with the outcome of one thread that takes row after row.
 *
 * <p><b>Goal:</b> encoding a row costs several times what reading it and writing its record do, and no row needs another.
 * <b>How:</b> the caller's thread reads rows into batches and takes finished batches in the order they were read; threads
 * of the line encode what lies between. <b>Invariant:</b> whatever depends on earlier rows (ids that repeat, faults in
 * the order of lines, bytes in the file) happens in the caller's thread, batch after batch, so neither the number of
 * threads nor chance shows in what comes out. A fault in the rows is thrown when all before it has been taken, so
 * that the first fault of the extract is the one told. <b>Trade-off:</b> only so many batches are on the line, which
 * bounds memory whatever the length of the extract: a fast reader waits for the oldest.
 *
 * <pre>{@code
 * try (EncodingLine line = new EncodingLine(agreement, threads, () -> new RowEncoder(...), batch -> sealed.write(batch.records()))) {
 *     line.encode(rows);
 * }
 * }</pre>
 *
 * <p>Not to be shared between threads. Closed, it has no thread and remembers no value.
 */
public final class EncodingLine implements AutoCloseable {
    private static final int BATCHES_A_THREAD = 3;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Agreement agreement;
    private final Supplier<RowEncoder> encoders;
    private final Consumer<RowBatch> taker;
    private final int most;
    private final ExecutorService threads;
    private final Deque<RowEncoder> idle = new ConcurrentLinkedDeque<>();
    private final Deque<Future<RowBatch>> underWay = new ArrayDeque<>();
    private final Deque<RowBatch> empty = new ArrayDeque<>();
    private RowBatch filling;

    /**
     * @param threads how many encode, from 1
     * @param encoders makes a worker, for each thread at most one
     * @param taker is given each batch in the order of the rows, in the caller's thread
     */
    public EncodingLine(Agreement agreement, int threads, Supplier<RowEncoder> encoders, Consumer<RowBatch> taker) {
        this.agreement = agreement;
        this.encoders = encoders;
        this.taker = taker;
        this.most = BATCHES_A_THREAD * threads;
        this.idle.push(encoders.get());
        this.filling = new RowBatch(agreement);
        this.threads = Executors.newFixedThreadPool(threads, EncodingLine::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "linkage-encoder-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Encodes all rows; returns when the last batch has been taken. */
    public void encode(Stream<Row> rows) {
        try {
            rows.forEach(this::add);
        } finally {
            finish();
        }
    }

    /** Notes the row that comes now as one that is left out: to be called while rows are encoded, by what filters them. */
    public void leaveOut(Fault fault) {
        filling.leaveOut(fault);
        sendIfFull();
    }

    private void add(Row row) {
        filling.add(row);
        sendIfFull();
    }

    private void sendIfFull() {
        if (filling.isFull()) {
            send();
        }
    }

    private void send() {
        RowBatch batch = filling;
        filling = empty.isEmpty() ? new RowBatch(agreement) : empty.pop();
        underWay.add(threads.submit(() -> encode(batch)));
        if (underWay.size() == most) {
            take();
        }
    }

    /** In a thread of the line: the worker that was put away last knows most and is warmest. */
    private RowBatch encode(RowBatch batch) {
        RowEncoder known = idle.poll();
        RowEncoder encoder = known != null ? known : encoders.get();
        encoder.encode(batch);
        idle.push(encoder);
        return batch;
    }

    /** What comes after a failure is not taken. */
    private void take() {
        try {
            RowBatch batch = finished(underWay.remove());
            taker.accept(batch);
            batch.clear();
            empty.push(batch);
        } catch (RuntimeException | Error failure) {
            underWay.clear();
            filling.clear();
            throw failure;
        }
    }

    private static RowBatch finished(Future<RowBatch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while encoding"));
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    private void finish() {
        if (!filling.isEmpty()) {
            send();
        }
        while (!underWay.isEmpty()) {
            take();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        idle.clear();
    }
}
