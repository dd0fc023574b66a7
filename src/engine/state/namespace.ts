/** What tells two namespaces of one key apart: equal ids mean equal namespaces. */
export type NamespaceId = number | string;

/** What the backend must know of a kind of namespace: the part of Flink's namespace serializer that shows. */
export interface NamespaceType<N> {
  /** Returns the id of a namespace. It is asked for at every access, so it should not build anything. */
  readonly id: (namespace: N) => NamespaceId;
  /** Returns `namespace.hashCode()` of Java, on which the order of restored timers and of keys depends. */
  readonly hash: (namespace: N) => number;
}

/** The namespace of all state that has no window. */
export type VoidNamespace = "void";

/** The only void namespace (`VoidNamespace.INSTANCE`). */
export const VOID_NAMESPACE: VoidNamespace = "void";

/** The type of the void namespace; its Java hash is 99. */
export const VOID_NAMESPACE_TYPE: NamespaceType<VoidNamespace> = { id: () => 0, hash: () => 99 };
