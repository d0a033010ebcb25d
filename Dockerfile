# The steps of the README in an image: a pinned environment, the package, a user without rights.
FROM python:3.12-slim

RUN useradd --create-home --uid 1000 luocdo
WORKDIR /app

COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock

COPY . .
RUN pip install --no-cache-dir --no-deps .

USER luocdo
WORKDIR /home/luocdo
ENTRYPOINT ["luocdo"]
CMD ["--help"]
