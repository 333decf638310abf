package io.signalbox;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list of any length: iterate over its items, or over its pages. Pages are fetched when they are needed. */
public final class Pages<T> implements Iterable<T> {
    private final Function<String, Page<T>> fetch;

    Pages(Function<String, Page<T>> fetch) {
        this.fetch = fetch;
    }

    /** The first page alone. */
    public Page<T> first() {
        return fetch.apply(null);
    }

    /** Page after page. */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(fetch);
    }

    /** All items as a stream. */
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(page -> page.data().stream());
    }

    @Override
    public Iterator<T> iterator() {
        return new ItemIterator<>(pages().iterator());
    }

    private static final class PageIterator<T> implements Iterator<Page<T>> {
        private final Function<String, Page<T>> fetch;
        private String cursor;
        private boolean isOver;

        PageIterator(Function<String, Page<T>> fetch) {
            this.fetch = fetch;
        }

        @Override
        public boolean hasNext() {
            return !isOver;
        }

        @Override
        public Page<T> next() {
            if (isOver) throw new NoSuchElementException();
            Page<T> page = fetch.apply(cursor);
            cursor = page.nextCursor();
            isOver = cursor == null;
            return page;
        }
    }

    private static final class ItemIterator<T> implements Iterator<T> {
        private final Iterator<Page<T>> pages;
        private Iterator<T> items = List.<T>of().iterator();

        ItemIterator(Iterator<Page<T>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && pages.hasNext()) items = pages.next().data().iterator();
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) throw new NoSuchElementException();
            return items.next();
        }
    }
}
