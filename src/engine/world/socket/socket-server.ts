import { copyValue } from "../../state/copy-value.ts";
import { Endpoint, type EndpointBehaviour } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { World } from "../world.ts";

/** What a sender over a socket is set to. */
export interface SocketServerConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name?: string;
  /** How many lines the buffers of both ends hold together; 64. */
  readonly bufferSize?: number;
}

/** The end of a socket that reads. */
export interface SocketConnection<T> {
  /** Returns the next line, and takes it out of the world: nobody can read it again. `undefined` if none is there. */
  readonly read: () => T | undefined;
  readonly close: () => void;
}

/**
 * Somebody who sends lines over a socket and cannot wait: a device, a stream of market prices. What finds no room in the
 * buffers is lost, and so is what is sent while nobody is connected. There is no offset to go back to.
 */
export class SocketServer<T> implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly #world: World;
  readonly #bufferSize: number;
  #buffer: T[] = [];
  #wakeReader: (() => void) | null = null;
  #sent = 0;
  #dropped = 0;

  constructor(world: World, configuration: SocketServerConfiguration = {}) {
    const { name = "socket", bufferSize = 64 } = configuration;
    this[EXTERNAL_SYSTEM] = name;
    this.endpoint = new Endpoint(world, name, configuration);
    this.#world = world;
    this.#bufferSize = bufferSize;
  }

  /** How many lines have been sent, those that were lost too. */
  get sent(): number {
    return this.#sent;
  }

  /** How many lines were lost before anybody could read them. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Sends a line, whether anybody can take it or not. */
  send(line: T): void {
    this.#sent += 1;
    if (this.#wakeReader === null || this.#buffer.length >= this.#bufferSize) {
      this.#dropped += 1;
      return;
    }
    this.#buffer.push(copyValue(line));
    this.#wakeReader();
  }

  /**
   * Connects the one reader; `onReadable` is called whenever there is a line. What is in the buffers when the connection
   * ends is lost. Throws a `ConnectionException` if the sender is down.
   */
  connect(onReadable: () => void): SocketConnection<T> {
    return this.endpoint.call("connect", () => {
      this.#wakeReader = onReadable;
      const closeSocket = this.#world.process.openSocket(() => this.#disconnect(onReadable));
      return {
        read: () => this.#buffer.shift(),
        close: () => {
          closeSocket();
          this.#disconnect(onReadable);
        },
      };
    });
  }

  #disconnect(reader: () => void): void {
    if (this.#wakeReader !== reader) return;
    this.#wakeReader = null;
    this.#dropped += this.#buffer.length;
    this.#buffer = [];
  }
}
