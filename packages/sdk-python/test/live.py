"""Runs against the api SIGNALBOX_BASE_URL names, with a sandbox key; FAULTS_URL misbehaves as told."""

import base64
import hashlib
import hmac
import json
import os
import random
import re
import sys
import unittest
import urllib.request
import uuid

import signalbox
from signalbox import ApiError, ConnectionError, Signalbox, SignalboxError, webhooks
from signalbox.webhooks import WebhookVerificationError

FAULTS = os.environ["FAULTS_URL"]
client = Signalbox()


def number():
    return f"+5255124{random.randint(10_000, 89_999)}"


def sms(to=None):
    return {"to": to or number(), "channel": "sms", "class": "transactional", "content": {"text": "Hola 🚚"}}


def send(of, to=None, **more):
    return of.messages.send(
        to=to or number(), channel="sms", class_="transactional", content={"text": "Hola 🚚"}, **more
    )


class Told:
    """A client of the fault server, and who came there."""

    def __init__(self, script, **options):
        self._name = str(uuid.uuid4())
        self.client = Signalbox(base_url=f"{FAULTS}/s/{self._name}/{script}", **options)

    def visits(self):
        with urllib.request.urlopen(f"{FAULTS}/log/{self._name}") as answer:
            return json.load(answer)


class Live(unittest.TestCase):
    def refusal(self, call, *args, **kwargs):
        with self.assertRaises(ApiError) as caught:
            call(*args, **kwargs)
        return caught.exception

    def test_a_message_is_sent_read_and_explained(self):
        sent = send(client, metadata={"order": "84-2201"})
        self.assertTrue(sent["id"].startswith("msg_"))
        self.assertNotIn("warnings", sent)
        message = client.messages.get(sent["id"])
        self.assertEqual(message["content"]["text"], "Hola 🚚")
        self.assertEqual(message["metadata"], {"order": "84-2201"})
        self.assertEqual(client.messages.get_timeline(sent["id"])["data"][0]["kind"], "accept")

    def test_a_batch_is_answered_item_by_item(self):
        answer = client.messages.send_batch(messages=[sms(), sms("nobody")])
        self.assertEqual([one["index"] for one in answer["accepted"]], [0])
        self.assertEqual(answer["rejected"][0]["index"], 1)
        self.assertEqual(answer["rejected"][0]["error"]["errors"][0]["path"], "to")

    def test_a_list_is_read_over_its_pages(self):
        to = number()
        client.messages.send_batch(messages=[sms(to), sms(to), sms(to)])
        self.assertEqual(len({message["id"] for message in client.messages.list(to=to, limit=1)}), 3)
        self.assertEqual([len(page.data) for page in client.messages.list(to=to, limit=2).pages()], [2, 1])
        self.assertEqual(len(client.messages.list(to=to, limit=2).first().data), 2)

    def test_a_refusal_says_code_fields_cure_and_request_id(self):
        error = self.refusal(send, client, "nobody")
        self.assertEqual((error.status, error.code), (400, "request_invalid"))
        self.assertEqual(error.errors[0]["path"], "to")
        self.assertTrue(error.request_id.startswith("req_"))
        self.assertTrue(error.cure)
        stranger = Signalbox(api_key="sb_test_00000000_wrong")
        self.assertEqual(self.refusal(stranger.messages.get, "x").code, "unauthenticated")
        self.assertEqual(self.refusal(client.webhooks.get, "whe_00000000000000000000000000").status, 404)

    def test_a_repeat_under_one_key_answers_as_the_first_call_did(self):
        key, to = str(uuid.uuid4()), number()
        first = send(client, to, idempotency_key=key)
        self.assertEqual(send(client, to, idempotency_key=key)["id"], first["id"])
        self.assertEqual(self.refusal(send, client, idempotency_key=key).code, "idempotency_mismatch")

    def test_a_verification_is_started_and_checked(self):
        started = client.verifications.start(to=number(), app_name="Shop", locale="es")
        code = re.search(r"\d{6}", client.messages.get(started["message_id"])["content"]["text"]).group()
        wrong = client.verifications.check(started["id"], code="000001" if code == "000000" else "000000")
        self.assertFalse(wrong["valid"])
        self.assertTrue(client.verifications.check(started["id"], code=code)["valid"])
        self.assertEqual(client.verifications.get(started["id"])["state"], "approved")

    def test_an_answer_without_content_is_none(self):
        made = client.suppressions.add(address=number(), channel="sms", reason="asked by mail")
        self.assertIsNone(client.suppressions.remove(made["id"]))

    def test_429_is_tried_again_after_retry_after_under_the_same_key(self):
        told = Told("429r1,ok")
        send(told.client)
        first, second = told.visits()
        self.assertGreaterEqual(second["atMs"] - first["atMs"], 1000)
        self.assertTrue(first["key"])
        self.assertEqual(second["key"], first["key"])
        self.assertRegex(first["agent"], r"^signalbox-python/\d")

    def test_a_retry_after_that_is_a_date_is_waited_for(self):
        told = Told("later,ok")
        send(told.client)
        first, second = told.visits()
        self.assertGreaterEqual(second["atMs"] - first["atMs"], 900)

    def test_what_passes_by_itself_is_tried_three_times_and_no_more(self):
        for script in ("503r0,502,ok", "drop,html,ok", "busy,504,ok"):
            told = Told(script)
            self.assertEqual(send(told.client)["id"], "msg_fault")
            keys = [visit["key"] for visit in told.visits()]
            self.assertEqual((len(keys), len(set(keys))), (3, 1), script)
        told = Told("503r0")
        self.assertEqual(self.refusal(send, told.client).request_id, "req_fault")
        self.assertEqual(len(told.visits()), 3)

    def test_what_a_repeat_could_do_twice_or_cannot_help_is_tried_once(self):
        for script in ("502", "html", "drop"):
            told = Told(script)
            with self.assertRaises(SignalboxError):
                told.client.suppressions.add(address=number(), channel="sms", reason="asked")
            self.assertEqual(len(told.visits()), 1, script)
        for script in ("500", "409", "429r3600", "302"):
            told = Told(script)
            self.refusal(send, told.client)
            self.assertEqual(len(told.visits()), 1, script)

    def test_in_the_long_run_one_call_in_ten_is_tried_again(self):
        told = Told("503r0")
        for _ in range(20):
            self.refusal(send, told.client)
        self.assertIn(len(told.visits()), (30, 31, 32))

    def test_a_server_that_hangs_is_left_after_the_timeout(self):
        with self.assertRaises(ConnectionError):
            send(Told("hang", timeout=0.15).client)
        with self.assertRaises(ConnectionError):
            send(Told("hang").client, timeout=0.15)

    def test_fields_and_words_of_a_later_version_are_borne(self):
        answer = send(Told("ok").client)
        self.assertEqual(answer["state"], "teleported")
        self.assertEqual(answer["of_tomorrow"], {"is": "kept"})

    def test_an_id_never_leads_to_another_path(self):
        for id in ("", ".", ".."):
            with self.assertRaises(SignalboxError):
                client.messages.get(id)

    def test_a_client_without_key_or_address_says_which_variable_is_missing(self):
        key = os.environ.pop("SIGNALBOX_API_KEY")
        try:
            with self.assertRaisesRegex(SignalboxError, "SIGNALBOX_API_KEY"):
                Signalbox()
        finally:
            os.environ["SIGNALBOX_API_KEY"] = key
        with self.assertRaisesRegex(SignalboxError, "SIGNALBOX_BASE_URL"):
            Signalbox(base_url="messages.example.com")

    def test_the_package_says_that_it_is_typed(self):
        self.assertTrue(os.path.exists(os.path.join(os.path.dirname(signalbox.__file__), "py.typed")))


# The example of the Standard Webhooks specification.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
BODY = '{"test": 2432232314}'
NOW = 1_614_265_330
GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def signed(signature=GOOD, **more):
    return {"Webhook-Id": ID, "Webhook-Timestamp": str(NOW), "Webhook-Signature": signature, **more}


class Webhooks(unittest.TestCase):
    def test_a_webhook_verifies_by_the_example_of_the_specification_as_text_and_as_bytes(self):
        for body in (BODY, BODY.encode()):
            self.assertEqual(webhooks.verify(body, signed(), SECRET, now=NOW)["id"], ID)

    def test_a_webhook_that_was_changed_is_old_or_is_of_another_secret_does_not_verify(self):
        def refused(body=BODY, headers=None, secret=SECRET, now=NOW):
            with self.assertRaises(WebhookVerificationError):
                webhooks.verify(body, headers or signed(), secret, now=now)

        refused(body=BODY + " ")
        refused(headers=signed(**{"Webhook-Id": "msg_other"}))
        refused(secret="whsec_AAAA")
        refused(secret="")
        refused(now=NOW + 301)
        refused(now=NOW - 301)
        refused(headers=signed("v2" + GOOD[2:]))
        refused(headers=signed("v1,ü"))
        refused(headers={"Webhook-Id": ID, "Webhook-Timestamp": str(NOW)})
        refused(headers=signed(**{"Webhook-Timestamp": "soon"}))

    def test_while_a_secret_is_rotated_a_webhook_verifies_with_the_old_and_the_new_one(self):
        other = b"another secret of the same endpoint"
        digest = hmac.new(other, f"{ID}.{NOW}.{BODY}".encode(), hashlib.sha256).digest()
        headers = signed(f"v1,{base64.b64encode(digest).decode()} {GOOD}")
        for secret in (SECRET, "whsec_" + base64.b64encode(other).decode()):
            webhooks.verify(BODY, headers, secret, now=NOW)


class Lines(unittest.TextTestResult):
    """One line a test, as the other clients write them."""

    def addSuccess(self, test):
        super().addSuccess(test)
        print(f"ok - {test.id()}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print(f"not ok - {test.id()}")

    def addError(self, test, err):
        super().addError(test, err)
        print(f"not ok - {test.id()}")


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = unittest.TextTestRunner(resultclass=Lines, verbosity=0).run(suite)
    sys.exit(not result.wasSuccessful())
