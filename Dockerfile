FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/NewsBot -c Release -o /app

# The extra variant holds ICU and the time zones that digests need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=60s --timeout=5s --start-period=20s CMD ["/app/newsbot", "healthcheck", "--data", "/data"]
ENTRYPOINT ["/app/newsbot", "--data", "/data"]
