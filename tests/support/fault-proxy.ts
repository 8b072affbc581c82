import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Between a client and a server: passes on, late, or not at all. */
export interface FaultProxy {
  readonly port: number;
  /** Milliseconds that whatever is passed on is late, either way; Infinity: it never arrives. */
  readonly delay: (milliseconds: number) => void;
  readonly close: () => void;
}

export async function openFaultProxy(port: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let late = 0;
  const pass = (from: Socket, to: Socket): void => {
    from.on("data", (chunk: Buffer) => {
      const send = (): boolean => to.writable && to.write(chunk);
      if (late === 0) send();
      else if (late !== Infinity) setTimeout(send, late);
    });
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
  };
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const socket of [near, far]) sockets.add(socket);
    pass(near, far);
    pass(far, near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    delay: (milliseconds) => void (late = milliseconds),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
