/** One page of a list, as the api answers it. */
export interface Page<Item> {
  data: Item[];
  /** Null on the last page. */
  next_cursor: string | null;
}

/** A list of any length: iterate over its items, or over its pages. Pages are fetched when they are needed. */
export class Pages<Item> implements AsyncIterable<Item> {
  readonly #fetch: (cursor: string | undefined) => Promise<Page<Item>>;

  constructor(fetchPage: (cursor: string | undefined) => Promise<Page<Item>>) {
    this.#fetch = fetchPage;
  }

  /** The first page alone. */
  first(): Promise<Page<Item>> {
    return this.#fetch(undefined);
  }

  /** Page after page. */
  async *pages(): AsyncGenerator<Page<Item>, void> {
    let page = await this.first();
    yield page;
    while (page.next_cursor !== null && page.next_cursor !== undefined) {
      page = await this.#fetch(page.next_cursor);
      yield page;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const page of this.pages()) yield* page.data;
  }
}
