// The two tables, and what may be written to them.
import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";

export class Tables extends Construct {
  /** Numbers without a person: `pk` is day and shard, `sk` the cell, `n` how often. Kept. */
  readonly counts: Table;
  /** Keyed codes of messages seen lately, so that none counts twice. Forgets by itself. */
  readonly events: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    this.counts = new Table(this, "Counts", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    this.events = new Table(this, "Events", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      timeToLiveAttribute: "x",
      billingMode: BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.events).acknowledge({
      id: "AwsSolutions::AwsSolutions-DDB3",
      reason: "A backup would keep for 35 days what this table promises to forget after nine.",
    });
  }

  /**
   * The least that counting needs. A transaction has no action of its own: it needs those of its
   * parts.
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
   */
  writeStatements(): PolicyStatement[] {
    return [
      new PolicyStatement({
        sid: "ClaimEvents",
        actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
        resources: [this.events.tableArn],
        // Nothing fits in beside the keyed code, the state, the lease and the day of forgetting.
        conditions: {
          "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "s", "o", "l", "x"] },
        },
      }),
      new PolicyStatement({
        sid: "AddToCounts",
        actions: ["dynamodb:UpdateItem"],
        resources: [this.counts.tableArn],
        // A count changes only together with its event, and nothing but a count fits in.
        conditions: {
          "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": ["TransactWriteItems"] },
          "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "sk", "n"] },
        },
      }),
    ];
  }
}
