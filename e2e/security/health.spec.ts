import { send } from "../fixtures/http";
import { expect, test } from "../fixtures/test";

test("S-80 health is one word for anybody", async () => {
  expect(await send("/api/health/live")).toMatchObject({ status: 200, text: "ok\n" });
  const ready = await send("/api/health/ready");
  expect(ready.status).toBe(200);
  expect(ready.text).toMatch(/^(?:ok|degraded)\n$/);
});

test("S-80 its reasons are for administrators", async ({ world }) => {
  const detail = (session: string | null) => send("/api/health/ready?detail=1", { session });
  expect((await detail(null)).status).toBe(401);
  expect((await detail(world.sessions.K1)).status).toBe(403);
  expect((await detail(world.sessions.M)).status).toBe(403);
  const told = await detail(world.sessions.A);
  expect(told.status).toBe(200);
  expect(JSON.parse(told.text)).toMatchObject({ state: expect.any(String), reasons: expect.any(Array) });
});
