import type { ServerName } from '../../../src/markdown/fence.ts';
import { apache } from './apache.ts';
import { bind } from './bind.ts';
import { caddy } from './caddy.ts';
import { docker } from './docker.ts';
import { haproxy } from './haproxy.ts';
import { mariadb } from './mariadb.ts';
import { memcached } from './memcached.ts';
import { nats } from './nats.ts';
import { nginx } from './nginx.ts';
import { postgres } from './postgres.ts';
import { prometheus } from './prometheus.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import type { Server } from './server.ts';
import { varnish } from './varnish.ts';

/** Every server that a page can ask for. */
export const servers: Readonly<Record<ServerName, Server>> = {
	postgres,
	redis,
	nginx,
	apache,
	haproxy,
	varnish,
	caddy,
	rabbitmq,
	nats,
	memcached,
	mariadb,
	prometheus,
	bind,
	docker,
};
