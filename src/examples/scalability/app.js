// node app.js <socket> <memory or redis>: a login, and a page for who is logged in
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createClient } from 'redis';

const [socket, where] = process.argv.slice(2);
const name = socket.replace('.sock', '');

// #region stores
const inMemory = () => {
	const sessions = new Map();
	return {
		put: async (id, user) => sessions.set(id, user),
		get: async (id) => sessions.get(id),
	};
};

const inRedis = async () => {
	const redis = await createClient({ url: process.env.REDIS_URL }).connect();
	return {
		put: (id, user) => redis.set(`session:${id}`, user, { EX: 3600 }),
		get: (id) => redis.get(`session:${id}`),
	};
};
// #endregion stores

const sessions = where === 'redis' ? await inRedis() : inMemory();

const server = createServer(async (request, response) => {
	if (request.url === '/login') {
		const id = randomUUID();
		await sessions.put(id, 'ada');
		response.setHeader('set-cookie', `session=${id}; HttpOnly`);
		return response.end(`${name}: welcome, ada\n`);
	}
	const id = request.headers.cookie?.match(/session=([\w-]+)/)?.[1];
	const user = id && (await sessions.get(id));
	response.statusCode = user ? 200 : 401;
	response.end(user ? `${name}: basket of ${user}\n` : `${name}: please log in\n`);
});
server.listen(socket);
