# npm run image builds this with Debian's buildah, on a base of Debian's packages where no registry can be reached.
ARG BASE=docker.io/library/node:22-bookworm-slim

FROM ${BASE} AS packages
# More authorities that this build trusts, where its network needs them; of no stage that is kept.
ARG NODE_EXTRA_CA_CERTS
WORKDIR /app
# Debian's package of Node has no npm.
RUN command -v npm || (apt-get update && apt-get install -y --no-install-recommends npm)
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts

FROM packages AS build
COPY . .
RUN node scripts/prepare.mjs --build && npm prune --omit=dev --ignore-scripts && rm -rf .next/cache

FROM ${BASE}
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/public public
COPY --from=build /app/prisma prisma
COPY --from=build /app/scripts scripts
COPY --from=build /app/lib/log.mjs /app/lib/database-address.mjs lib/
COPY --from=build /app/package.json /app/next.config.ts /app/LICENSE ./
# All is root's and read-only for who serves; the volume alone is its own.
RUN install -d -m 0700 -o 10001 -g 10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "scripts/serve-image.mjs"]
