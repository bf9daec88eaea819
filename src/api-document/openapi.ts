/** The OpenAPI 3.1 document, made from the declared routes themselves: what is not served is not promised. */
import type { DeclaredRoute } from "#features/identity/index.ts";
import { answerShapes } from "./answer-shapes.ts";
import { type Operation, operations } from "./operations.ts";

export type DescribedRoute = DeclaredRoute & { readonly path: string; readonly operation: Operation };

const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "Done",
  400: "Không đọc được yêu cầu / The request cannot be read; all faults are named",
  401: "Cần đăng nhập / Sign in first",
  403: "Không được phép / Not allowed",
  404: "Không tìm thấy / Not found",
  409: "Trạng thái hồ sơ đã khác / Not legal in the present state",
  413: "Quá lớn / Too large",
  415: "Sai loại nội dung / Another media type is needed",
  422: "Nội dung chưa đúng / The content is not right; all faults are named",
  429: "Quá nhiều yêu cầu / Too many requests; see Retry-After",
  503: "Tạm thời không phục vụ được / Not available right now; see Retry-After",
};

/** Every route under /api with its description. One without a description is left out, and a test names it. */
export function describedRoutes(declared: readonly DeclaredRoute[]): readonly DescribedRoute[] {
  return declared
    .filter(({ pattern }) => pattern.startsWith("/api/"))
    .flatMap((route) => {
      const operation = operations[`${route.method} ${route.pattern}`];
      return operation === undefined ? [] : [{ ...route, path: pathOf(route.pattern), operation }];
    });
}

/** `/dossiers/:code` as OpenAPI writes it: `/dossiers/{code}`. */
export function pathOf(pattern: string): string {
  return pattern.replace(/:(\w+)(?:\{[^}]*\})?/g, "{$1}");
}

export function openApiDocument(
  declared: readonly DeclaredRoute[],
  { origin, title, version }: { readonly origin: string; readonly title: string; readonly version: string },
) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of describedRoutes(declared)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationObject(route) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title, version, license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: answerShapes,
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "POST /api/v1/sessions" } },
    },
  };
}

function operationObject({ operation, allow, path, record, method }: DescribedRoute) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const entry = allow === "anyone" ? [] : allow === "signed-in" ? [401] : [401, 403];
  const refusals = [...new Set([...operation.refuses, ...entry, ...(method === "get" ? [] : [403]), 503])].sort(
    (a, b) => a - b,
  );
  return {
    operationId: `${method}-${record}`,
    summary: `${operation.vi} / ${operation.en}`,
    "x-allow": allow,
    security: allow === "anyone" ? [] : [{ token: [] }],
    parameters: [...inPath, ...(operation.parameters ?? [])],
    ...(operation.body === undefined
      ? {}
      : {
          requestBody: {
            required: operation.body.required,
            content: { [operation.body.mediaType]: { schema: operation.body.schema } },
          },
        }),
    responses: Object.fromEntries([
      ...Object.entries(operation.answers).map(([status, { shape, mediaType }]) => [
        status,
        {
          description: reasons[Number(status)] ?? status,
          ...(shape !== undefined
            ? { content: { "application/json": { schema: { $ref: `#/components/schemas/${shape}` } } } }
            : mediaType !== undefined
              ? { content: { [mediaType]: {} } }
              : {}),
        },
      ]),
      ...refusals.map((status) => [
        String(status),
        {
          description: reasons[status] ?? String(status),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      ]),
    ]),
  };
}
