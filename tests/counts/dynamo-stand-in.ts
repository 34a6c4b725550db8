// Stands in for DynamoDB in tests: the operations and expressions the store uses, and no other.
//
// It takes no notice of ClientRequestToken, so a claim that is tried again meets itself.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Value = { S: string } | { N: string };
export type Item = Record<string, Value>;

/** What goes wrong with a request, instead of or after what it asked for. */
export type Fault =
  | "conflict"
  | "throttled"
  | "failed"
  /** It was done, but the client is told that it failed. */
  | "applied-but-failed"
  /** No reply ever comes. */
  | "silent";

export interface SeenRequest {
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

export interface StandIn {
  readonly endpoint: string;
  /** Every request, in order. */
  readonly requests: SeenRequest[];
  /** Asked before each request but those that set up tables; may be replaced. */
  faultFor: (operation: string) => Fault | undefined;
  /** All items of a table as they are now. */
  items(table: string): Item[];
  stop(): Promise<void>;
}

export async function startStandIn({ pageSize = 100 } = {}): Promise<StandIn> {
  const database = new Database(pageSize);
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = String(request.headers["x-amz-target"]).replace("DynamoDB_20120810.", "");
    const body = await readJson(request);
    standIn.requests.push({ operation, body });
    const fault = operation === "CreateTable" ? undefined : standIn.faultFor(operation);
    if (fault === "silent") return;
    const [status, result] = respond(() => database.perform(operation, body, fault));
    response.writeHead(status, {
      "content-type": "application/x-amz-json-1.0",
    });
    response.end(JSON.stringify(result));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const standIn: StandIn = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    faultFor: () => undefined,
    items: (table) => database.items(table),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function respond(work: () => object): [status: number, result: object] {
  try {
    return [200, work()];
  } catch (error) {
    if (error instanceof Refusal) return [error.status, error.body];
    // Not an error that anything retries: what the stand-in does not know must fail the test.
    return [400, { __type: `${namespace}ValidationException`, message: String(error) }];
  }
}

const namespace = "com.amazonaws.dynamodb.v20120810#";

/** What DynamoDB says instead of doing something. */
export class Refusal extends Error {
  readonly status: number;
  /** `ConditionalCheckFailedException` or the like. */
  readonly type: string;
  /** With the reasons of a transaction, or the item that was in the way. */
  readonly body: object;
  constructor(status: number, type: string, rest: object = {}) {
    super(type);
    this.status = status;
    this.type = type;
    this.body = {
      __type: namespace + type,
      message: "as a stand-in says it",
      ...rest,
    };
  }
}

/** The tables and what can be done with them; each operation is done at once and whole. */
export class Database {
  readonly #tables = new Map<string, Table>();
  readonly #pageSize: number;

  constructor(pageSize = 100) {
    this.#pageSize = pageSize;
  }

  items(table: string): Item[] {
    return this.#table(table).all();
  }

  /** Forgets the items whose attribute is a number below the limit, as time to live does. */
  expire(table: string, attribute: string, limit: number): void {
    this.#table(table).delete((item) => {
      const value = item[attribute];
      return value !== undefined && numberOf(value) < limit;
    });
  }

  perform(operation: string, body: Record<string, unknown>, fault: Fault | undefined): object {
    if (fault === "conflict") throw conflictOf(operation);
    if (fault === "throttled") throw new Refusal(400, "ProvisionedThroughputExceededException");
    if (fault === "failed") throw new Refusal(500, "InternalServerError");
    const result = this.#dispatch(operation, body);
    if (fault === "applied-but-failed") throw new Refusal(500, "InternalServerError");
    return result;
  }

  #dispatch(operation: string, body: Record<string, unknown>): object {
    switch (operation) {
      case "CreateTable":
        return this.#createTable(body);
      case "DeleteTable":
        this.#tables.delete(body.TableName as string);
        return {};
      case "TransactWriteItems":
        return this.#transactWriteItems(body.TransactItems as Record<string, Write>[]);
      case "UpdateItem":
        return this.#updateItem(body as unknown as Write);
      case "Query":
        return this.#query(body as unknown as Query);
      default:
        throw new Error(`The stand-in does not know ${operation}`);
    }
  }

  #createTable(body: Record<string, unknown>): object {
    const keys = (body.KeySchema as { AttributeName: string }[]).map((key) => key.AttributeName);
    this.#tables.set(body.TableName as string, new Table(keys));
    return {
      TableDescription: { TableName: body.TableName, TableStatus: "ACTIVE" },
    };
  }

  /** All or nothing: everything is prepared before anything is written. */
  #transactWriteItems(writes: Record<string, Write>[]): object {
    const prepared = writes.map((write) => {
      const [[kind, request] = ["nothing", undefined], ...others] = Object.entries(write);
      if (!request || others.length > 0) throw new Error("One write for each part, please");
      if (kind === "Put") return this.#preparePut(request);
      if (kind === "Update") return this.#prepareUpdate(request);
      throw new Error(`The stand-in does not know ${kind} in a transaction`);
    });
    if (prepared.some(({ isAllowed }) => !isAllowed)) {
      throw new Refusal(400, "TransactionCanceledException", {
        CancellationReasons: prepared.map(({ isAllowed, shown }) =>
          isAllowed ? { Code: "None" } : { Code: "ConditionalCheckFailed", Item: shown },
        ),
      });
    }
    for (const { apply } of prepared) apply();
    return {};
  }

  #updateItem(request: Write): object {
    const { isAllowed, shown, apply } = this.#prepareUpdate(request);
    if (!isAllowed)
      throw new Refusal(400, "ConditionalCheckFailedException", {
        Item: shown,
      });
    apply();
    return {};
  }

  #preparePut(request: Write): Prepared {
    const item = request.Item as Item;
    return this.#prepare(request, item, () => item);
  }

  #prepareUpdate(request: Write): Prepared {
    const update = known(updates, request.UpdateExpression);
    const key = request.Key as Item;
    const values = request.ExpressionAttributeValues ?? {};
    return this.#prepare(request, key, (old) => update({ ...key, ...old }, values));
  }

  #prepare(request: Write, key: Item, change: (old: Item | undefined) => Item): Prepared {
    const table = this.#table(request.TableName);
    const old = table.get(key);
    const condition = request.ConditionExpression
      ? known(conditions, request.ConditionExpression)
      : () => true;
    const showsOld = request.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
    return {
      isAllowed: condition(old, request.ExpressionAttributeValues ?? {}),
      shown: showsOld ? old : undefined,
      apply: () => table.set(change(old)),
    };
  }

  #query(request: Query): object {
    if (request.KeyConditionExpression !== "pk = :pk") {
      throw new Error(`The stand-in does not know ${request.KeyConditionExpression}`);
    }
    if (!request.ConsistentRead) throw new Error("The stand-in reads consistently or not at all");
    const all = this.#table(request.TableName).inPartition(request.ExpressionAttributeValues);
    const after = request.ExclusiveStartKey && textOf(request.ExclusiveStartKey.sk);
    const rest = after === undefined ? all : all.filter((item) => textOf(item.sk) > after);
    const page = rest.slice(0, this.#pageSize);
    const last = page.at(-1);
    return {
      Items: page,
      Count: page.length,
      ...(last &&
        page.length < rest.length && {
          LastEvaluatedKey: { pk: last.pk, sk: last.sk },
        }),
    };
  }

  #table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new Refusal(400, "ResourceNotFoundException");
    return table;
  }
}

class Table {
  readonly #keyNames: readonly string[];
  readonly #items = new Map<string, Item>();

  constructor(keyNames: readonly string[]) {
    this.#keyNames = keyNames;
  }

  get(item: Item): Item | undefined {
    return this.#items.get(this.#keyOf(item));
  }

  set(item: Item): void {
    this.#items.set(this.#keyOf(item), item);
  }

  all(): Item[] {
    return [...this.#items.values()];
  }

  delete(isOver: (item: Item) => boolean): void {
    for (const [key, item] of this.#items) if (isOver(item)) this.#items.delete(key);
  }

  inPartition(values: Item): Item[] {
    const items = this.all().filter((item) => textOf(item.pk) === textOf(values[":pk"]));
    return items.sort((a, b) => (textOf(a.sk) < textOf(b.sk) ? -1 : 1));
  }

  #keyOf(item: Item): string {
    return JSON.stringify(this.#keyNames.map((name) => textOf(item[name])));
  }
}

interface Write {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: Item;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

interface Prepared {
  readonly isAllowed: boolean;
  readonly shown: Item | undefined;
  apply(): void;
}

interface Query {
  readonly TableName: string;
  readonly KeyConditionExpression: string;
  readonly ConsistentRead?: boolean;
  readonly ExpressionAttributeValues: Item;
  readonly ExclusiveStartKey?: Item;
}

const conditions: Record<string, (old: Item | undefined, values: Item) => boolean> = {
  "attribute_not_exists(pk)": (old) => !old,
  "o = :owner": (old, values) => !!old?.o && textOf(old.o) === textOf(values[":owner"]),
  "s = :pending AND l <= :now": (old, values) =>
    !!old?.s &&
    !!old.l &&
    textOf(old.s) === textOf(values[":pending"]) &&
    numberOf(old.l) <= numberOf(values[":now"]),
};

const updates: Record<string, (item: Item, values: Item) => Item> = {
  "ADD n :one": (item, values) => ({
    ...item,
    n: {
      N: String((item.n ? numberOf(item.n) : 0) + numberOf(values[":one"])),
    },
  }),
  "SET o = :owner, l = :lease": (item, values) => ({
    ...item,
    o: present(values[":owner"]),
    l: present(values[":lease"]),
  }),
  "SET s = :done REMOVE o, l": ({ o: _o, l: _l, ...item }, values) => ({
    ...item,
    s: present(values[":done"]),
  }),
  "SET l = :over": (item, values) => ({ ...item, l: present(values[":over"]) }),
};

function known<Meaning>(meanings: Record<string, Meaning>, expression = ""): Meaning {
  const meaning = meanings[expression];
  if (!meaning) throw new Error(`The stand-in does not know the expression ${expression}`);
  return meaning;
}

function conflictOf(operation: string): Refusal {
  if (operation === "UpdateItem") return new Refusal(400, "TransactionConflictException");
  return new Refusal(400, "TransactionCanceledException", {
    CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
  });
}

function present(value: Value | undefined): Value {
  if (!value) throw new Error("A value is missing");
  return value;
}

function textOf(value: Value | undefined): string {
  if (!value || !("S" in value)) throw new Error("A text is missing");
  return value.S;
}

function numberOf(value: Value | undefined): number {
  if (!value || !("N" in value)) throw new Error("A number is missing");
  return Number(value.N);
}
