import { expect, test } from '@jest/globals';
import { federate } from '../testing/federated.js';
import { household } from '../testing/household.js';

test('two users at once never share an answer, an error or a header', async () => {
  const hub = await federate(household({ p1: ['elder-care'] }), {
    headers: ({ viewer }) => ({ 'hub-viewer': String(viewer) }),
    interfere: async ({ headers }, answer) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
      if (headers['hub-viewer'] === 'user-7') throw new Error('down for one');
      return answer();
    },
  });
  const users = Array.from({ length: 60 }, (_, at) => `user-${at % 20}`);
  const answers = await Promise.all(users.map((viewer) => hub.ask('{ whoAmI }', {}, { viewer })));
  answers.forEach(({ body }, at) => {
    expect(body.data).toEqual({ whoAmI: users[at] === 'user-7' ? null : users[at] });
    expect(body.extensions).toEqual(users[at] === 'user-7' ? { unavailable: ['collaboration'] } : undefined);
  });
  await hub.stop();
});
