"""moto's server, with what its CloudFormation lacks for our stack.

Aliases of functions are made for real, and versions keep their descriptions. The front door, the
alarms and the log's filter are placeholders: they have a name, so that others can refer to them,
and nothing behind it. It takes the same arguments as moto_server.
"""

import threading
import uuid

from moto.awslambda.exceptions import UnknownFunctionException
from moto.awslambda.models import LambdaVersion, lambda_backends
from moto.cloudformation.models import CloudFormationBackend
from moto.cloudformation.parsing import ResourceMap, parse_and_update_resource
from moto.core.common_models import CloudFormationModel
from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from moto.server import main


class FunctionAlias(CloudFormationModel):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html"""

    # moto tells a model's service by the module that it is in.
    __module__ = "moto.awslambda.models"

    def __init__(self, arn, name, function_name):
        self.arn, self.name, self.function_name = arn, name, function_name

    @property
    def physical_resource_id(self):
        return self.arn

    @staticmethod
    def cloudformation_name_type():
        return None

    @staticmethod
    def cloudformation_type():
        return "AWS::Lambda::Alias"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        return cls._write("create_alias", cloudformation_json, account_id, region_name)

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name
    ):
        return cls._write("update_alias", cloudformation_json, account_id, region_name)

    def delete(self, account_id, region_name):
        try:
            lambda_backends[account_id][region_name].delete_alias(self.name, self.function_name)
        except UnknownFunctionException:
            # moto deletes in any order, and with its function an alias is gone.
            pass

    @classmethod
    def _write(cls, operation, cloudformation_json, account_id, region_name):
        wanted = cloudformation_json["Properties"]
        write = getattr(lambda_backends[account_id][region_name], operation)
        version = str(wanted["FunctionVersion"])
        alias = write(wanted["Name"], wanted["FunctionName"], version, wanted.get("Description", ""), None)
        return cls(alias.arn, wanted["Name"], wanted["FunctionName"])


class Placeholder(CloudFormationModel):
    __module__ = "moto.cloudformation.models"

    def __init__(self):
        self.physical_resource_id = uuid.uuid4().hex[:10]

    @staticmethod
    def cloudformation_name_type():
        return None

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        return cls()

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name
    ):
        return original_resource

    def delete(self, account_id, region_name):
        pass

    @classmethod
    def has_cfn_attr(cls, attribute):
        return True

    def get_cfn_attribute(self, attribute):
        return f"arn:aws:placeholder:::{attribute}/{self.physical_resource_id}"


def placeholder(of_type):
    """moto finds a type's model among the subclasses of its base class."""
    methods = {name: vars(Placeholder)[name] for name in vars(Placeholder) if not name.startswith("__w")}
    methods["cloudformation_type"] = staticmethod(lambda: of_type)
    return type(of_type.replace("::", ""), (CloudFormationModel,), methods)


for resource_type in [
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::CloudWatch::Alarm",
    "AWS::Logs::MetricFilter",
]:
    placeholder(resource_type)


def create_version(cls, resource_name, cloudformation_json, account_id, region_name, **_):
    wanted = cloudformation_json["Properties"]
    backend = lambda_backends[account_id][region_name]
    version = backend.publish_version(wanted["FunctionName"], wanted.get("Description", ""))
    return cls({"Version": version.version})


LambdaVersion.create_from_cloudformation_json = classmethod(create_version)
LambdaVersion.has_cfn_attr = classmethod(lambda cls, attribute: attribute == "Version")
LambdaVersion.get_cfn_attribute = lambda self, attribute: str(self.version)

update = ResourceMap.update


def update_functions_first(self, template, parameters=None):
    """A version is made of what its function has become; moto would make it of what it was."""
    for name in self.build_resource_diff(template, parameters)["Modify"]:
        wanted = template["Resources"][name]
        if wanted["Type"] == "AWS::Lambda::Function":
            parse_and_update_resource(
                name, wanted, self, account_id=self._account_id, region_name=self._region_name
            )
    update(self, template, parameters)


ResourceMap.update = update_functions_first

resolve_parameters = CloudFormationBackend._resolve_update_parameters


def resolve_parameters_given(self, instance, incoming_params):
    """A parameter that has always had its default has no former value, which AWS allows."""
    given = [
        parameter
        for parameter in incoming_params
        if not parameter.get("UsePreviousValue") or parameter["ParameterKey"] in instance.parameters
    ]
    return resolve_parameters(self, instance, given)


CloudFormationBackend._resolve_update_parameters = resolve_parameters_given

dispatch = DomainDispatcherApplication.__call__
one_at_a_time = threading.Lock()


def dispatch_one_at_a_time(self, environ, start_response):
    """moto mixes up what comes at once, and the CDK asks how it goes while something is going on."""
    with one_at_a_time:
        return dispatch(self, environ, start_response)


DomainDispatcherApplication.__call__ = dispatch_one_at_a_time

main()
