/** Names a side output (Flink's `OutputTag`). Two tags with the same id are the same side output. */
export class OutputTag<T> {
  readonly id: string;
  declare readonly elementType: T;

  constructor(id: string) {
    this.id = id;
  }
}
