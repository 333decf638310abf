<?php

declare(strict_types=1);

namespace Signalbox;

/**
 * A list of any length: iterate over its items, or over its pages. Pages are fetched when they are needed.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    /** @param \Closure(?string): Page<T> $fetch */
    public function __construct(private readonly \Closure $fetch)
    {
    }

    /**
     * The first page alone.
     *
     * @return Page<T>
     */
    public function first(): Page
    {
        return ($this->fetch)(null);
    }

    /**
     * Page after page.
     *
     * @return \Generator<int, Page<T>>
     */
    public function pages(): \Generator
    {
        $page = $this->first();
        yield $page;
        while ($page->nextCursor !== null) {
            $page = ($this->fetch)($page->nextCursor);
            yield $page;
        }
    }

    /** @return \Generator<int, T> */
    public function getIterator(): \Generator
    {
        foreach ($this->pages() as $page) {
            foreach ($page->data as $item) {
                yield $item;
            }
        }
    }
}
