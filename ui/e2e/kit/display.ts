/**
 * A screen that nobody sees, and the hand that presses the cross of a window on it. There is no window manager: what one
 * would send to a program that is to close is sent here, in the few words of X11 that it takes.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface Display {
  /** `:7`, for DISPLAY. */
  name: string;
  /** Asks the window with this title to close, as its cross does. */
  cross(title: string): Promise<void>;
  close(): Promise<void>;
}

export async function display(): Promise<Display> {
  // It finds a free number by itself and writes it down once it can be drawn on.
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await line(server);
  return {
    name: `:${number}`,
    cross: (title) => cross(number, title),
    close: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, "exit");
      server.kill();
      await ended;
    },
  };
}

function line(server: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = "";
    server.once("error", (cause) => failed(new Error("no Xvfb: Debian has it in `xvfb`", { cause })));
    server.once("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
    server.stdout?.on("data", (piece: Buffer) => {
      said += piece;
      if (said.includes("\n")) done(said.trim());
    });
  });
}

/** Numbers of requests, of the event and of the atoms that X11 knows from the start. */
const X11 = { internAtom: 16, getProperty: 20, queryTree: 15, sendEvent: 25, getInputFocus: 43, clientMessage: 33 };

async function cross(number: string, title: string): Promise<void> {
  const server = await Server.at(`/tmp/.X11-unix/X${number}`);
  try {
    const name = await server.atom("_NET_WM_NAME");
    for (const window of await server.children(server.root)) {
      if ((await server.property(window, name)) === title) {
        return await server.tell(window, await server.atom("WM_PROTOCOLS"), await server.atom("WM_DELETE_WINDOW"));
      }
    }
    throw new Error(`no window is called ${title}`);
  } finally {
    server.end();
  }
}

/** Requests one after the other, each with its answer. Least byte first, as the greeting says. */
class Server {
  private got: Buffer = Buffer.alloc(0);
  private wake = () => {};
  root = 0;

  private constructor(private readonly socket: Socket) {
    socket.on("data", (piece) => {
      this.got = Buffer.concat([this.got, piece]);
      this.wake();
    });
  }

  static async at(path: string): Promise<Server> {
    const socket = connect(path);
    await once(socket, "connect");
    const server = new Server(socket);
    const hello = Buffer.alloc(12);
    hello.write("l", 0);
    hello.writeUInt16LE(11, 2);
    socket.write(hello);
    const head = await server.read(8);
    const rest = await server.read(head.readUInt16LE(6) * 4);
    if (head[0] !== 1) throw new Error(`the screen refuses: ${rest.toString("latin1")}`);
    // Behind the fixed part the maker's name and the formats; then the first screen begins with its root.
    const maker = padded(rest.readUInt16LE(16));
    server.root = rest.readUInt32LE(32 + maker + 8 * rest.readUInt8(21));
    return server;
  }

  async atom(name: string): Promise<number> {
    const body = Buffer.alloc(4 + padded(name.length));
    body.writeUInt16LE(name.length, 0);
    body.write(name, 4, "latin1");
    return (await this.ask(X11.internAtom, body)).readUInt32LE(8);
  }

  async children(window: number): Promise<number[]> {
    const answer = await this.ask(X11.queryTree, words(window));
    return Array.from({ length: answer.readUInt16LE(16) }, (_, n) => answer.readUInt32LE(32 + 4 * n));
  }

  async property(window: number, name: number): Promise<string> {
    const answer = await this.ask(X11.getProperty, words(window, name, 0, 0, 64));
    return answer.toString("utf8", 32, 32 + (answer.readUInt32LE(16) * answer.readUInt8(1)) / 8);
  }

  /** A message of the window manager. What is asked after it is answered when it has been sent on. */
  async tell(window: number, protocols: number, what: number): Promise<void> {
    const event = Buffer.alloc(32);
    event.writeUInt8(X11.clientMessage, 0);
    event.writeUInt8(32, 1);
    event.writeUInt32LE(window, 4);
    event.writeUInt32LE(protocols, 8);
    event.writeUInt32LE(what, 12);
    this.send(X11.sendEvent, Buffer.concat([words(window, 0), event]));
    await this.ask(X11.getInputFocus, Buffer.alloc(0));
  }

  end(): void {
    this.socket.end();
  }

  private send(request: number, body: Buffer): void {
    const head = Buffer.alloc(4);
    head.writeUInt8(request, 0);
    head.writeUInt16LE(1 + body.length / 4, 2);
    this.socket.write(Buffer.concat([head, body]));
  }

  private async ask(request: number, body: Buffer): Promise<Buffer> {
    this.send(request, body);
    const head = await this.read(32);
    // A window may be gone between being listed and being asked.
    if (head[0] === 0) throw new Error(`the screen refuses request ${request}: ${head.readUInt8(1)}`);
    return Buffer.concat([head, await this.read(head.readUInt32LE(4) * 4)]);
  }

  private async read(length: number): Promise<Buffer> {
    while (this.got.length < length) {
      await new Promise<void>((more) => {
        this.wake = more;
      });
    }
    const piece = this.got.subarray(0, length);
    this.got = this.got.subarray(length);
    return piece;
  }
}

const padded = (length: number) => (length + 3) & ~3;

function words(...numbers: number[]): Buffer {
  const buffer = Buffer.alloc(4 * numbers.length);
  for (const [n, number] of numbers.entries()) buffer.writeUInt32LE(number, 4 * n);
  return buffer;
}
