import { Annotations, Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { makeStack, propertiesOf, propertiesOfAll, synthesize } from "./synthesize.ts";

describe("the HTTP API", () => {
  const template = synthesize();
  const stage = propertiesOf(template, "AWS::ApiGatewayV2::Stage");
  const apiId = {
    Ref: Object.keys(template.findResources("AWS::ApiGatewayV2::Api"))[0],
  };

  it("lets exactly the bot's routes through", () => {
    const routes = propertiesOfAll(template, "AWS::ApiGatewayV2::Route");
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      "GET /",
      "GET /faq",
      "GET /health",
      "GET /webhooks/messenger",
      "GET /webhooks/whatsapp",
      "POST /chat",
      "POST /webhooks/generic",
      "POST /webhooks/line",
      "POST /webhooks/messenger",
      "POST /webhooks/telegram",
      "POST /webhooks/twilio",
      "POST /webhooks/whatsapp",
    ]);
  });

  it("leads every route to the one function, as payload 2.0", () => {
    const [id] = Object.keys(template.findResources("AWS::ApiGatewayV2::Integration"));
    expect(propertiesOf(template, "AWS::ApiGatewayV2::Integration")).toEqual({
      ApiId: apiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: { Ref: Object.keys(template.findResources("AWS::Lambda::Alias"))[0] },
      PayloadFormatVersion: "2.0",
    });
    for (const route of propertiesOfAll(template, "AWS::ApiGatewayV2::Route")) {
      expect(route.Target).toEqual({
        "Fn::Join": ["", ["integrations/", { Ref: id }]],
      });
    }
  });

  it("is the only one that may call the function", () => {
    const permission = propertiesOf(template, "AWS::Lambda::Permission");
    expect(permission.Principal).toBe("apigateway.amazonaws.com");
    expect(JSON.stringify(permission.SourceArn)).toContain(JSON.stringify(apiId));
  });

  it("takes 50 requests a second and 100 at once, unless told otherwise", () => {
    expect(stage).toMatchObject({
      StageName: "$default",
      AutoDeploy: true,
      DefaultRouteSettings: {
        ThrottlingRateLimit: 50,
        ThrottlingBurstLimit: 100,
      },
    });
    const told = synthesize({ "throttle-rate": "5", "throttle-burst": "8" });
    expect(propertiesOf(told, "AWS::ApiGatewayV2::Stage").DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 5,
      ThrottlingBurstLimit: 8,
    });
  });

  it("logs how it went, and nothing of who asked or what", () => {
    const { Format } = stage.AccessLogSettings;
    expect(JSON.parse(Format)).toEqual({
      requestId: "$context.requestId",
      routeKey: "$context.routeKey",
      status: "$context.status",
      responseLatency: "$context.responseLatency",
      integrationStatus: "$context.integration.status",
    });
    expect(Format).not.toMatch(/identity|ip|agent|path|query|authorizer|message|error/i);
  });

  it("counts what its throttle turns away", () => {
    expect(propertiesOf(template, "AWS::Logs::MetricFilter")).toMatchObject({
      FilterPattern: '{ $.status = "429" }',
      MetricTransformations: [{ MetricNamespace: "Jelas", MetricName: "ThrottledRequests" }],
    });
  });

  it("answers at a domain of one's own, with its certificate", () => {
    const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d";
    const own = synthesize({ domain: "tanya.example.org", certificate });
    expect(propertiesOf(own, "AWS::ApiGatewayV2::DomainName")).toMatchObject({
      DomainName: "tanya.example.org",
      DomainNameConfigurations: [{ CertificateArn: certificate, EndpointType: "REGIONAL" }],
    });
    const [api] = Object.keys(own.findResources("AWS::ApiGatewayV2::Api"));
    expect(propertiesOf(own, "AWS::ApiGatewayV2::ApiMapping").ApiId).toEqual({ Ref: api });
  });

  it("shares no page with other sites", () => {
    expect(propertiesOf(template, "AWS::ApiGatewayV2::Api")).not.toHaveProperty(
      "CorsConfiguration",
    );
  });
});

describe("the function URL", () => {
  const template = synthesize({
    ingress: "function-url",
    "reserved-concurrency": "5",
  });

  it("stands in for the whole HTTP API", () => {
    for (const part of ["Api", "Stage", "Route", "Integration"]) {
      template.resourceCountIs(`AWS::ApiGatewayV2::${part}`, 0);
    }
    expect(propertiesOf(template, "AWS::Lambda::Url").AuthType).toBe("NONE");
  });

  it("opens the function only by its URL", () => {
    const permissions = propertiesOfAll(template, "AWS::Lambda::Permission");
    expect(permissions).not.toEqual([]);
    for (const permission of permissions) {
      expect(permission.Principal).toBe("*");
      expect(
        permission.FunctionUrlAuthType === "NONE" || permission.InvokedViaFunctionUrl === true,
      ).toBe(true);
    }
  });

  it("is braked by reserved concurrency, and warns where that is missing", () => {
    expect(propertiesOf(template, "AWS::Lambda::Function").ReservedConcurrentExecutions).toBe(5);
    const warning = Match.stringLikeRegexp("reserved-concurrency=N");
    Annotations.fromStack(makeStack({ ingress: "function-url" })).hasWarning("*", warning);
    const braked = makeStack({
      ingress: "function-url",
      "reserved-concurrency": "5",
    });
    Annotations.fromStack(braked).hasNoWarning("*", warning);
  });

  it("tells its own address", () => {
    const [id] = Object.keys(template.findResources("AWS::Lambda::Url"));
    const outputs = template.findOutputs("*");
    expect(outputs.ChatPage?.Value).toEqual({
      "Fn::GetAtt": [id, "FunctionUrl"],
    });
    expect(outputs.WebhookLine?.Value).toEqual({
      "Fn::Join": ["", [{ "Fn::GetAtt": [id, "FunctionUrl"] }, "webhooks/line"]],
    });
  });
});
